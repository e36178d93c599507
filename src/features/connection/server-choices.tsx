import { useId } from "react";
import { serverColors, type Server, serverKinds } from "#src/core/connection/server.ts";
import { useT } from "#src/ui/i18n.tsx";

type ChoiceProps<Value> = { value: Value; isFixed: boolean; onChange: (value: Value) => void };

const optionClass =
  "flex min-h-8 items-center gap-2 rounded-control border border-line bg-raised px-2.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11";

/** What the server speaks, or that it is found out. */
export function KindChoice({ value, isFixed, onChange }: ChoiceProps<Server["kind"]>) {
  const t = useT();
  const id = useId();
  return (
    <fieldset role="radiogroup" className="min-w-0" aria-describedby={`${id}-note`} disabled={isFixed}>
      <legend className="mb-1 font-medium">{t("servers.kindLabel")}</legend>
      <div className="flex flex-wrap gap-2">
        {serverKinds.map((kind) => (
          <label key={kind} className={optionClass}>
            <input
              type="radio"
              name={id}
              className="accent-accent"
              checked={kind === value}
              onChange={() => onChange(kind)}
            />
            {t(kind === "auto" ? "servers.kindAuto" : `servers.kind.${kind}`)}
          </label>
        ))}
      </div>
      <p id={`${id}-note`} className="facts mt-1">
        {t("servers.kindHint")}
      </p>
    </fieldset>
  );
}

/** How the server is told from others at a glance; each colour has its name beside it. */
export function ColorChoice({ value, isFixed, onChange }: ChoiceProps<Server["color"]>) {
  const t = useT();
  const id = useId();
  return (
    <fieldset role="radiogroup" className="min-w-0" disabled={isFixed}>
      <legend className="mb-1 font-medium">{t("servers.color")}</legend>
      <div className="flex flex-wrap gap-2">
        {serverColors.map((color) => (
          <label key={color} className={optionClass}>
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={color === value}
              onChange={() => onChange(color)}
            />
            <span
              aria-hidden
              className="size-3 shrink-0 rounded-full"
              style={{ backgroundColor: `var(--color-server-${color})` }}
            />
            {t(`servers.color.${color}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
