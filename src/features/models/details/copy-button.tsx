import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";

export type CopyButtonProps = {
  /** Its name. */
  label: string;
  text: string;
  /** Shown beside the picture. */
  children?: string;
  className?: string;
};

/** Copies a text, and says whether that worked. */
export function CopyButton({ label, text, children, className }: CopyButtonProps) {
  const t = useT();
  const [result, setResult] = useState<"copied" | "copyFailed">();
  const icon =
    result === "copied" ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />;
  const onClick = () => void copyText(text).then((isCopied) => setResult(isCopied ? "copied" : "copyFailed"));
  return (
    <>
      {children ? (
        <Button aria-label={label} onClick={onClick} {...(className && { className })}>
          {icon}
          {children}
        </Button>
      ) : (
        <IconButton label={label} onClick={onClick} {...(className && { className })}>
          {icon}
        </IconButton>
      )}
      <output className={result === "copyFailed" ? "facts" : "sr-only"}>
        {result ? t(`details.${result}`) : null}
      </output>
    </>
  );
}
