import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import type { NumberedLine } from "./use-console.ts";

const colours = { log: "", info: "text-muted", warn: "text-warn", error: "text-bad", blocked: "text-warn" };

export function PreviewConsole({ lines, isOpen }: { lines: readonly NumberedLine[]; isOpen: boolean }) {
  const t = useT();
  return (
    <div
      role="log"
      aria-label={t("preview.console")}
      aria-live="off"
      hidden={!isOpen}
      // A scroller has to be reachable by keyboard.
      tabIndex={0}
      // In this direction a scroller stays at its end until someone leaves that.
      className="flex max-h-[40%] min-h-24 shrink-0 flex-col-reverse overflow-y-auto border-t border-line bg-surface px-3 py-2 font-mono text-facts"
    >
      <div className="mb-auto">
        {lines.length === 0 ? <p className="font-sans text-muted">{t("preview.consoleEmpty")}</p> : null}
        {lines.map(({ number, level, text }) => (
          <p
            key={number}
            dir="auto"
            data-level={level}
            className={classes("wrap-anywhere whitespace-pre-wrap", colours[level])}
          >
            {level === "log" || level === "info" ? text : `${t(`preview.level.${level}`)}: ${text}`}
          </p>
        ))}
      </div>
    </div>
  );
}
