import {
  type ClipboardEvent,
  type CSSProperties,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
} from "react";
import { CodeBar } from "./code-bar.tsx";
import "./code.css";
import { useCodeLook } from "./code-look.ts";
import { CodeText } from "./code-text.tsx";
import { readInfo } from "./info.ts";

function countLines(code: string): number {
  let lines = 1;
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) lines += 1;
  return code.endsWith("\n") ? lines - 1 : lines;
}

/** A selection inside the code is copied as it was written: no browser adds or drops a line end. */
function copyExactly(event: ClipboardEvent<HTMLElement>): void {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount !== 1 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!event.currentTarget.contains(range.commonAncestorContainer)) return;
  event.clipboardData.setData("text/plain", range.toString());
  event.preventDefault();
}

interface CodeBlockProps {
  readonly code: string;
  /** The first word after the fence, and the rest of that line. */
  readonly language: string | null | undefined;
  readonly meta?: string | null | undefined;
  /** Controls that come first in the bar; they have names, but no text. */
  readonly actions?: ReactNode;
}

/**
 * Code as written. The language stands in an attribute, which the style sheet shows: the text of a message holds
 * none of ours. Its lines do not wrap at first, so their number gives the exact height to reserve while it is off the screen.
 */
export function CodeBlock({ code, language, meta, actions }: CodeBlockProps) {
  const [look, setLook] = useCodeLook();
  const latest = useRef(code);
  useLayoutEffect(() => {
    latest.current = code;
  }, [code]);
  const readCode = useCallback(() => latest.current, []);
  const { label, grammar, fileName } = readInfo(language, meta);
  const count = countLines(code);
  const style: CSSProperties & Record<`--code-${string}`, number> = {
    "--code-all-lines": count,
    "--code-digits": String(count).length,
  };
  return (
    <figure
      className="markdown-code"
      dir="ltr"
      style={style}
      data-wrapped={look.isWrapped || undefined}
      data-numbered={look.isNumbered || undefined}
    >
      <CodeBar
        readCode={readCode}
        label={label}
        fileName={fileName}
        look={look}
        onLook={setLook}
        actions={actions}
      />
      {/* Scrolled with the keyboard, so it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} onCopy={copyExactly}>
        <code>
          <CodeText key={grammar ?? ""} code={code} grammar={grammar} isNumbered={look.isNumbered} />
        </code>
      </pre>
    </figure>
  );
}
