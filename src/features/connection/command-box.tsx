import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { copyText } from "#src/ui/clipboard.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** A command to be run elsewhere, with a button that copies it. */
export function CommandBox({ command }: { command: string }) {
  const t = useT();
  const [result, setResult] = useState<"copied" | "failed">();
  async function copy() {
    setResult((await copyText(command)) ? "copied" : "failed");
  }
  return (
    <div>
      <div className="flex items-start gap-1 rounded-control border border-line bg-page p-1 ps-3">
        <code
          dir="ltr"
          className="min-w-0 flex-1 py-1.5 font-mono text-facts whitespace-pre-wrap wrap-anywhere select-all"
        >
          {command}
        </code>
        <IconButton label={t("connection.copy")} onClick={() => void copy()}>
          {result === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
        </IconButton>
      </div>
      <output className={result === "failed" ? "facts mt-1 block" : "sr-only"}>
        {result ? t(`connection.${result}`) : null}
      </output>
    </div>
  );
}
