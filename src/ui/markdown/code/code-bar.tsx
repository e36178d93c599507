import { Copy, Download, ListOrdered, WrapText } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useT } from "#src/ui/i18n.tsx";
import { CopyControl } from "#src/ui/markdown/copy-control.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import type { CodeLook } from "./code-look.ts";

const size = 14;

function ToggleButton(props: { label: string; isOn: boolean; onToggle: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="markdown-control"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.isOn}
      onClick={props.onToggle}
    >
      {props.children}
    </button>
  );
}

interface BarProps {
  /** Asked for when it is needed, so that code that grows draws no bar anew. */
  readonly readCode: () => string;
  readonly label: string | undefined;
  readonly fileName: string;
  readonly look: CodeLook;
  readonly onLook: (look: CodeLook) => void;
  readonly actions: ReactNode;
}

/** Names the language, in an attribute that the style sheet shows, and what can be done with the code. */
export const CodeBar = memo(function CodeBar({ readCode, label, fileName, look, onLook, actions }: BarProps) {
  const t = useT();
  return (
    <div className="markdown-code-bar" data-language={label}>
      {actions}
      <ToggleButton
        label={t("code.wrap")}
        isOn={look.isWrapped}
        onToggle={() => onLook({ ...look, isWrapped: !look.isWrapped })}
      >
        <WrapText size={size} aria-hidden />
      </ToggleButton>
      <ToggleButton
        label={t("code.numbers")}
        isOn={look.isNumbered}
        onToggle={() => onLook({ ...look, isNumbered: !look.isNumbered })}
      >
        <ListOrdered size={size} aria-hidden />
      </ToggleButton>
      <button
        type="button"
        className="markdown-control"
        aria-label={t("code.download")}
        title={t("code.downloadAs", { name: fileName })}
        onClick={() => saveFile(fileName, readCode(), "text/plain")}
      >
        <Download size={size} aria-hidden />
      </button>
      <CopyControl label={t("code.copy")} icon={Copy} text={readCode} />
    </div>
  );
});
