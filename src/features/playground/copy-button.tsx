import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";

const saidFor = 2000;

export type CopyButtonProps = {
  /** Its name, where "Copy" alone does not say what. */
  label?: string;
  /** Made when it is asked for. */
  text: () => string;
  look?: "primary" | "plain" | "quiet";
};

/** Copies a text, and says whether it did. */
export function CopyButton({ label, text, look = "plain" }: CopyButtonProps) {
  const t = useT();
  const [isCopied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(undefined), saidFor);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <Button look={look} aria-label={label} onClick={async () => setCopied(await copyText(text()))}>
        {isCopied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
        {t("playground.copy")}
      </Button>
      <span role="status" className="facts">
        {isCopied === undefined ? "" : t(isCopied ? "playground.copied" : "playground.copyFailed")}
      </span>
    </>
  );
}
