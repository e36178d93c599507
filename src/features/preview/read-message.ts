import * as v from "valibot";
import type { PreviewMessage } from "#src/frames/message.ts";

const longest = 4000;

const schema = v.variant("type", [
  v.object({
    type: v.literal("console"),
    level: v.picklist(["log", "info", "warn", "error", "blocked"]),
    text: v.pipe(
      v.string(),
      v.transform((text) => text.slice(0, longest)),
    ),
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
