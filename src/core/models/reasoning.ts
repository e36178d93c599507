import type { ReasoningEffort } from "#src/core/conversation/message.ts";
import type { ChatRequest } from "#src/core/stream/reply-event.ts";
import { canThink } from "./model.ts";

type Thinker = { readonly name: string; readonly family?: string; readonly capabilities?: readonly string[] };

const levels: readonly ReasoningEffort[] = ["low", "medium", "high"];
const all: readonly ReasoningEffort[] = ["on", "off", ...levels, "max"];

/** The choices a model takes, none where it cannot think. gpt-oss always thinks and knows three levels alone. */
export function reasoningEfforts(model: Thinker): readonly ReasoningEffort[] {
  if (!canThink(model.capabilities)) return [];
  return isGptOss(model) ? levels : all;
}

/**
 * A choice as `reasoning_effort`, or `undefined` to send nothing: the model's default, which is thinking on. A model that cannot
 * think is sent nothing (anything but `none` would be a 400); gpt-oss gets the nearest level that it has.
 */
export function wireEffort(
  model: Thinker,
  choice: ReasoningEffort | undefined,
): ChatRequest["reasoningEffort"] | undefined {
  if (choice === undefined || choice === "on" || !canThink(model.capabilities)) return undefined;
  if (isGptOss(model)) {
    if (choice === "off") return "low";
    return choice === "max" ? "high" : choice;
  }
  return choice === "off" ? "none" : choice;
}

function isGptOss(model: Thinker): boolean {
  return model.family === "gptoss" || model.family === "gpt-oss" || /(^|\/)gpt-?oss/i.test(model.name);
}
