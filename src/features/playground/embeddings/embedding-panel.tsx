import { EmbeddingFormView } from "./embedding-form.tsx";
import { EmbeddingResult } from "./embedding-result.tsx";

/** Embeddings by `/api/embed`: what is asked on one side, what came on the other. */
export function EmbeddingPanel() {
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <EmbeddingFormView />
      <EmbeddingResult />
    </div>
  );
}
