import * as v from "valibot";
import { create } from "zustand";
import {
  type CompletionForm,
  completionFormats,
  emptyCompletion,
  thinkChoices,
} from "#src/core/playground/completion-form.ts";
import { parseJson } from "#src/core/stream/json.ts";
import { lateDraft, readDraft, writeDraft } from "./drafts.ts";

/** The prompt and the images can be large and are kept apart, so that a key typed elsewhere does not write them again. */
const keys = {
  prompt: "playground.prompt",
  images: "playground.images",
  rest: "playground.completion",
} as const;
type Part = keyof typeof keys;

/** Texts longer than this are written when the keys rest, in characters and milliseconds. */
const small = 200_000;
const rest = 400;

const text = v.fallback(v.string(), "");
const restSchema = v.object({
  model: text,
  suffix: text,
  system: text,
  template: text,
  raw: v.fallback(v.boolean(), false),
  format: v.fallback(v.picklist(completionFormats), "text"),
  schema: text,
  think: v.fallback(v.picklist(thinkChoices), ""),
  keepAlive: text,
  options: v.fallback(v.record(v.string(), v.string()), {}),
});
const imagesSchema = v.array(v.object({ name: v.string(), size: v.number(), base64: v.string() }));

/** What is typed in the playground; it outlives reloads. */
export const useCompletionForm = create<CompletionForm>(() => ({
  ...emptyCompletion,
  ...decode("rest", readDraft(keys.rest)),
  ...decode("images", readDraft(keys.images)),
  prompt: readDraft(keys.prompt),
}));

/** What is typed now. */
export function completionForm(): CompletionForm {
  return useCompletionForm.getState();
}

/** Calls back when something was typed; returns how to stop. */
export function onCompletionFormChanged(listener: () => void): () => void {
  return useCompletionForm.subscribe(listener);
}

export function changeCompletionForm(patch: Partial<CompletionForm>): void {
  useCompletionForm.setState(patch);
  if (patch.prompt !== undefined) keep("prompt");
  if (patch.images !== undefined) keep("images");
  if (Object.keys(patch).some((name) => name !== "prompt" && name !== "images")) keep("rest");
}

/** Brings back what was too long to be there at once. What was typed meanwhile stays. */
export async function restoreCompletionForm(): Promise<void> {
  const isEmpty = (part: Part) => encode(part) === encodeOf(part, emptyCompletion);
  const late = await Promise.all(
    (["prompt", "images", "rest"] as const).map(async (part) => [part, await lateDraft(keys[part])] as const),
  );
  for (const [part, draft] of late)
    if (draft && isEmpty(part)) useCompletionForm.setState(decode(part, draft));
}

/** Writes at once what waits. */
export function flushCompletionForm(): void {
  for (const part of timers.keys()) write(part);
}

const timers = new Map<Part, ReturnType<typeof setTimeout>>();

function keep(part: Part): void {
  clearTimeout(timers.get(part));
  if (lengthOf(part) <= small) write(part);
  else timers.set(part, setTimeout(write, rest, part));
}

function write(part: Part): void {
  clearTimeout(timers.get(part));
  timers.delete(part);
  writeDraft(keys[part], encode(part));
}

function lengthOf(part: Part): number {
  const { prompt, images, suffix, system, template, schema } = useCompletionForm.getState();
  if (part === "prompt") return prompt.length;
  if (part === "images") return images.reduce((sum, { base64 }) => sum + base64.length, 0);
  return suffix.length + system.length + template.length + schema.length;
}

function encode(part: Part): string {
  return encodeOf(part, useCompletionForm.getState());
}

function encodeOf(part: Part, { prompt, images, ...others }: CompletionForm): string {
  if (part === "prompt") return prompt;
  if (part === "images") return images.length === 0 ? "" : JSON.stringify(images);
  return JSON.stringify(others);
}

function decode(part: Part, draft: string): Partial<CompletionForm> {
  if (part === "prompt") return { prompt: draft };
  const stored = parseJson(draft || "null");
  if (part === "images") {
    const images = v.safeParse(imagesSchema, stored);
    return images.success ? { images: images.output } : {};
  }
  const others = v.safeParse(restSchema, stored);
  return others.success ? others.output : {};
}
