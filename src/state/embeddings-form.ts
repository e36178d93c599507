import { create } from "zustand";
import type { TextSplit } from "#src/core/playground/embedding.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { lateDraft, readDraft, writeDraft } from "./drafts.ts";

/** The form as it was typed: nothing of it is checked. */
export type EmbeddingForm = {
  /** Empty: the first that can embed. */
  readonly model: string;
  readonly text: string;
  readonly split: TextSplit;
  readonly dimensions: string;
  readonly truncate: boolean;
  readonly keepAlive: string;
};

const key = "playground.embeddings";
const empty: EmbeddingForm = {
  model: "",
  text: "",
  split: "lines",
  dimensions: "",
  truncate: true,
  keepAlive: "",
};

/** The form on the page of embeddings, kept as drafts are. */
export const useEmbeddingForm = create<EmbeddingForm>(() => formIn(readDraft(key)));

let isTouched = false;

/** A form too large for the first place of drafts comes from the second; what was typed since wins. */
export async function rememberEmbeddingForm(): Promise<void> {
  if (isTouched || useEmbeddingForm.getState().text !== "") return;
  const late = await lateDraft(key).catch(() => "");
  if (late !== "" && !isTouched) useEmbeddingForm.setState(formIn(late));
}

export function changeEmbeddingForm(patch: Partial<EmbeddingForm>): void {
  isTouched = true;
  useEmbeddingForm.setState(patch);
  writeDraft(key, JSON.stringify(useEmbeddingForm.getState()));
}

function formIn(draft: string): EmbeddingForm {
  const kept = asRecord(parseJson(draft));
  if (!kept) return empty;
  const text = (name: "model" | "text" | "dimensions" | "keepAlive"): string => {
    const value = kept[name];
    return typeof value === "string" ? value : "";
  };
  return {
    model: text("model"),
    text: text("text"),
    split: kept["split"] === "whole" ? "whole" : "lines",
    dimensions: text("dimensions"),
    truncate: kept["truncate"] !== false,
    keepAlive: text("keepAlive"),
  };
}
