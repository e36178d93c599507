import { useState } from "react";
import { checkOrigins } from "#src/core/connection/origins.ts";
import { useOfVariable, type Variable, variablesIn } from "#src/core/connection/variables.ts";
import { Area } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { CommandBox } from "./command-box.tsx";

/** A place to paste the variables or the command that Ollama was started with: what it does not read, and what it reads otherwise than meant. */
export function Setup({ origin }: { origin: string }) {
  const t = useT();
  const [text, setText] = useState("");
  const variables = variablesIn(text);
  return (
    <details>
      <summary className="min-h-8 content-center pointer-coarse:min-h-11">{t("doctor.setup")}</summary>
      <div className="mt-1 mb-2 flex flex-col gap-2">
        <Area
          label={t("doctor.setupLabel")}
          hint={t("doctor.setupHint")}
          rows={3}
          dir="ltr"
          spellCheck={false}
          autoCapitalize="none"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text.trim() !== "" && variables.length === 0 ? <p>{t("doctor.setupNone")}</p> : null}
        <ul className="flex flex-col gap-2" aria-label={t("doctor.setupFound")}>
          {variables.map((variable, at) => (
            // The same variable may be set twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${variable.name} ${at}`}>
              <VariableCheck variable={variable} origin={origin} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function VariableCheck({ variable, origin }: { variable: Variable; origin: string }) {
  const t = useT();
  const { name, value } = variable;
  const { use, instead } = useOfVariable(name);
  if (name === "OLLAMA_ORIGINS") return <Origins value={value} origin={origin} />;
  return (
    <p className="wrap-anywhere">
      <code className="font-mono text-facts">{name}</code> {t(`doctor.variable.${use}`)}{" "}
      {instead ? t("doctor.variable.instead", { instead }) : null}
      {name === "OLLAMA_HOST" && /^https?:\/\/[^:/]+\/?$/.test(value)
        ? t("doctor.variable.hostPort", { port: value.startsWith("https") ? 443 : 80 })
        : null}
    </p>
  );
}

function Origins({ value, origin }: { value: string; origin: string }) {
  const t = useT();
  const { entries, stops, admits, corrected } = checkOrigins(value, origin);
  const faults = entries.filter(({ fault }) => fault !== undefined);
  return (
    <div className="flex flex-col gap-1">
      <p className="wrap-anywhere">
        <code className="font-mono text-facts">OLLAMA_ORIGINS</code>{" "}
        {stops
          ? t("doctor.origins.stops")
          : t(admits ? "doctor.origins.admits" : "doctor.origins.refuses", { origin })}
      </p>
      <ul className="facts flex flex-col gap-0.5">
        {faults.map(({ text, fault }) => (
          <li key={text} className="wrap-anywhere">
            {fault ? t(`doctor.origins.${fault}`, { entry: text }) : null}
          </li>
        ))}
      </ul>
      {(faults.length > 0 || !admits) && corrected !== "" ? (
        <CommandBox command={`OLLAMA_ORIGINS=${corrected}`} />
      ) : null}
    </div>
  );
}
