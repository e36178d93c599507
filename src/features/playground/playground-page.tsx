import { CompletionPanel } from "./completion/completion-panel.tsx";
import { EmbeddingPanel } from "./embeddings/embedding-panel.tsx";

/** Completions by `/api/generate`, embeddings by `/api/embed`. */
export function PlaygroundPage({ kind }: { kind: "completion" | "embeddings" }) {
  return kind === "completion" ? <CompletionPanel /> : <EmbeddingPanel />;
}
