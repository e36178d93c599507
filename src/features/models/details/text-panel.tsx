import { Download } from "lucide-react";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { LongText } from "#src/ui/long-text.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { CopyButton } from "./copy-button.tsx";

export type TextPanelProps = {
  label: string;
  text: string;
  /** Said where there is none. */
  none: string;
  fileName: string;
};

/** A text as the server has it, to read, copy and keep. */
export function TextPanel({ label, text, none, fileName }: TextPanelProps) {
  const t = useT();
  if (text === "") return <p className="text-muted">{none}</p>;
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <CopyButton label={t("details.copyNamed", { what: label })} text={text}>
          {t("details.copy")}
        </CopyButton>
        <Button
          aria-label={t("details.downloadNamed", { what: label })}
          onClick={() => saveFile(fileName, text, "text/plain;charset=utf-8")}
        >
          <Download aria-hidden className="size-4" />
          {t("details.download")}
        </Button>
      </div>
      <div
        role="region"
        aria-label={label}
        // What scrolls has to be reached by the keyboard.
        tabIndex={0}
        dir="auto"
        className="max-h-[36rem] overflow-y-auto rounded-panel bg-surface p-4 font-mono text-facts whitespace-pre-wrap wrap-anywhere"
      >
        <LongText text={text} />
      </div>
    </div>
  );
}
