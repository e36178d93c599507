import { useT } from "#src/ui/i18n.tsx";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { CompletionPanel } from "./completion/completion-panel.tsx";
import { EmbeddingPanel } from "./embeddings/embedding-panel.tsx";

const kinds = [
  { kind: "completion", address: "#/playground", label: "playground.completion" },
  { kind: "embeddings", address: "#/playground/embeddings", label: "playground.embeddings" },
] as const;

/** Completions by `/api/generate`, embeddings by `/api/embed`. */
export function PlaygroundPage({ kind }: { kind: "completion" | "embeddings" }) {
  const t = useT();
  return (
    <ModelsFrame current="playground">
      <nav aria-label={t("playground.kinds")} className="mb-5 flex gap-1">
        {kinds.map(({ kind: name, address, label }) => (
          <a
            key={name}
            href={address}
            aria-current={name === kind ? "page" : undefined}
            className="inline-flex min-h-8 items-center rounded-control px-3 text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-text pointer-coarse:min-h-11"
          >
            {t(label)}
          </a>
        ))}
      </nav>
      {kind === "completion" ? <CompletionPanel /> : <EmbeddingPanel />}
    </ModelsFrame>
  );
}
