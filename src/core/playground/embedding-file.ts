import { csvOf } from "./csv.ts";
import type { Embedded } from "./embedding.ts";
import { npyOf } from "./npy.ts";

export type EmbeddingFormat = "json" | "csv" | "npy";

/** A file of embeddings: JSON and CSV with the texts, `.npy` with the numbers alone, in the same order. */
export function embeddingFile(
  embedded: Embedded,
  format: EmbeddingFormat,
): { readonly name: string; readonly type: string; readonly content: string | Uint8Array<ArrayBuffer> } {
  const { model, texts, vectors } = embedded;
  const name = `embeddings-${model.replace(/[^\w.-]+/g, "-")}.${format}`;
  const dimensions = vectors[0]?.length ?? 0;
  switch (format) {
    case "json": {
      const items = texts.map((text, index) => ({ text, embedding: vectors[index] ?? [] }));
      return { name, type: "application/json", content: `${JSON.stringify({ model, dimensions, items })}\n` };
    }
    case "csv": {
      const head = ["text", ...Array.from({ length: dimensions }, (_, index) => `d${index}`)];
      const rows = texts.map((text, index) => [text, ...(vectors[index] ?? [])]);
      return { name, type: "text/csv;charset=utf-8", content: csvOf([head, ...rows]) };
    }
    case "npy":
      return { name, type: "application/octet-stream", content: npyOf(vectors) };
  }
}
