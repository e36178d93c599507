import { X } from "lucide-react";
import { useId, useState } from "react";
import type { HeaderFault } from "#src/core/connection/header-name.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type ServerHeaderProps = {
  /** From 1 on. */
  number: number;
  header: { readonly name: string; readonly value: string };
  fault: HeaderFault | undefined;
  /** The server's preflight does not let it through. */
  isRefused: boolean;
  onChange: (patch: Partial<{ name: string; value: string }>) => void;
  onRemove: () => void;
};

const boxClass =
  "w-full min-w-0 rounded-control border border-line bg-page px-3 py-1.5 text-ui text-text placeholder:text-muted aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-reading";

/** One header: its name, its value, and why it cannot go out. */
export function ServerHeader({ number, header, fault, isRefused, onChange, onRemove }: ServerHeaderProps) {
  const t = useT();
  const id = useId();
  // A value may be a secret: it is dots unless it is being typed.
  const [isTyping, setTyping] = useState(false);
  const name = header.name.trim();
  const note = fault
    ? t(`servers.headerFault.${fault}`, { name })
    : isRefused
      ? t("servers.headerRefused", { name })
      : undefined;
  const isNameWrong = fault !== undefined && fault !== "value";
  const common = { autoComplete: "off", autoCapitalize: "none", spellCheck: false, dir: "ltr" } as const;
  return (
    <div>
      <div className="flex items-center gap-2">
        <input
          {...common}
          className={`${boxClass} basis-2/5`}
          aria-label={t("servers.headerName", { number })}
          aria-invalid={isNameWrong || undefined}
          aria-describedby={note ? id : undefined}
          placeholder="X-Api-Key"
          value={header.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <input
          {...common}
          className={`${boxClass} flex-1`}
          type={isTyping ? "text" : "password"}
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          aria-label={t("servers.headerValue", { number })}
          aria-invalid={fault === "value" || undefined}
          aria-describedby={note ? id : undefined}
          value={header.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
        <IconButton label={t("servers.removeHeader", { number })} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
      {note ? (
        <p
          id={id}
          role={isRefused && !fault ? "alert" : undefined}
          className={
            fault ? "facts mt-1 text-bad" : "mt-1 rounded-control bg-warn-soft px-3 py-2 wrap-anywhere"
          }
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
