import { Play } from "lucide-react";
import { useContext } from "react";
import { type Artefact, previewKind } from "#src/core/markdown/previews.ts";
import { useT } from "#src/ui/i18n.tsx";
import { CodeBlock } from "./code/code-block.tsx";
import { Diagram } from "./diagram.tsx";
import { BlockIsOpen, MarkdownHostContext } from "./markdown-host.ts";

interface CodeProps {
  readonly code: string;
  readonly language: string | null | undefined;
  readonly meta: string | null | undefined;
}

/** A block of code, with what else can be done with it in its language. */
export function CodeArtefact({ code, language, meta }: CodeProps) {
  if (language?.toLowerCase() === "mermaid") return <Diagram code={code} language={language} meta={meta} />;
  const kind = previewKind(language, code);
  return (
    <CodeBlock
      code={code}
      language={language}
      meta={meta}
      actions={kind ? <PreviewButton kind={kind} source={code} /> : null}
    />
  );
}

/** Runs nothing until it is pressed, and is there once the block is complete. */
function PreviewButton({ kind, source }: Artefact) {
  const t = useT();
  const { openPreview } = useContext(MarkdownHostContext);
  const isOpen = useContext(BlockIsOpen);
  if (!openPreview || isOpen) return null;
  const label = t("preview.open");
  return (
    <button
      type="button"
      className="markdown-control"
      aria-label={label}
      title={label}
      onClick={() => openPreview({ kind, source })}
    >
      <Play size={14} aria-hidden />
    </button>
  );
}
