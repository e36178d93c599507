import { Check, Copy } from "lucide-react";
import { type CSSProperties, useEffect, useState } from "react";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";

const copiedFor = 2000;

function CopyButton({ code }: { code: string }) {
  const t = useT();
  const [copies, setCopies] = useState(0);
  useEffect(() => {
    if (copies === 0) return undefined;
    const timer = setTimeout(() => setCopies(0), copiedFor);
    return () => clearTimeout(timer);
  }, [copies]);
  const label = t(copies > 0 ? "code.copied" : "code.copy");
  const copy = async () => {
    if (await copyText(code)) setCopies((count) => count + 1);
  };
  return (
    <button type="button" className="markdown-control" aria-label={label} title={label} onClick={copy}>
      {copies > 0 ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  );
}

function countLines(code: string): number {
  let lines = 1;
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/**
 * Code as written. The language stands in an attribute, which the style sheet shows: the text of a message holds
 * none of ours. Its lines do not wrap, so their number gives the exact height to reserve while it is off the screen.
 */
export function CodeBlock({ code, language }: { code: string; language: string | null | undefined }) {
  const lines: CSSProperties & Record<"--markdown-lines", number> = { "--markdown-lines": countLines(code) };
  return (
    <figure className="markdown-code" dir="ltr" style={lines}>
      <div className="markdown-code-bar" data-language={language ?? undefined}>
        <CopyButton code={code} />
      </div>
      {/* Scrolled with the keyboard, so it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
