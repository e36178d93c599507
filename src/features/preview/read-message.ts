import * as v from "valibot";
import type { PreviewMessage } from "#src/frames/message.ts";

const longest = 4000;

/** A part of a string keeps the whole of it in memory; a copy does not. */
const cut = (text: string): string =>
  text.length > longest ? structuredClone(text.slice(0, longest)) : text;

/** How much text a message carries where text belongs. */
export function lengthOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  if (typeof data !== "object" || data === null || !("text" in data)) return 0;
  return typeof data.text === "string" ? data.text.length : 0;
}

const schema = v.variant("type", [
  v.object({
    type: v.literal("console"),
    level: v.picklist(["log", "info", "warn", "error", "blocked"]),
    text: v.pipe(v.string(), v.transform(cut)),
  }),
  v.object({ type: v.literal("left") }),
  v.object({ type: v.literal("silent") }),
  v.object({ type: v.literal("escape") }),
]);

/** What a preview says, or undefined for anything else: a model's program can send what it likes. */
export function readPreviewMessage(data: unknown): PreviewMessage | undefined {
  const result = v.safeParse(schema, data);
  return result.success ? result.output : undefined;
}
