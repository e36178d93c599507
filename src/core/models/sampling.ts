import type { Parameters } from "#src/core/conversation/message.ts";
import type { ModelDetails } from "./model.ts";

/** A value and who chose it: the user, the model's Modelfile, or Ollama's default. */
type Sourced<T> = { readonly value: T; readonly from: "user" | "model" | "ollama" };

export type Sampling = {
  readonly temperature: Sourced<number>;
  readonly topP: Sourced<number>;
  readonly maxTokens?: Sourced<number>;
  readonly seed?: Sourced<number>;
  readonly stop?: Sourced<readonly string[]>;
};

/**
 * The sampling of a run. `/v1` makes an absent temperature or top_p 1.0 against the Modelfile's (openai.go FromChatRequest), so
 * both always have a value: the user's, the Modelfile's, or the native defaults 0.8 and 0.9 (api/types.go DefaultOptions).
 * Stop sequences in a request replace the Modelfile's, with which a model ends its turn, so the user's are added to those.
 */
export function samplingFor(details: ModelDetails | undefined, user: Parameters): Sampling {
  const number = (name: string): number | undefined => {
    const value = details?.parameters.get(name)?.at(-1);
    return typeof value === "number" ? value : undefined;
  };
  const maxTokens = sourced(user.maxTokens, number("num_predict"));
  const seed = sourced(user.seed, number("seed"));
  const stop = stopFor(details, user.stop);
  return {
    temperature: sourced(user.temperature, number("temperature")) ?? { value: 0.8, from: "ollama" },
    topP: sourced(user.topP, number("top_p")) ?? { value: 0.9, from: "ollama" },
    ...(maxTokens && { maxTokens }),
    ...(seed && { seed }),
    ...(stop && { stop }),
  };
}

function sourced<T>(user: T | undefined, model: T | undefined): Sourced<T> | undefined {
  if (user !== undefined) return { value: user, from: "user" };
  return model === undefined ? undefined : { value: model, from: "model" };
}

function stopFor(details: ModelDetails | undefined, user: readonly string[] = []): Sampling["stop"] {
  const model = (details?.parameters.get("stop") ?? []).filter((value) => typeof value === "string");
  const own = user.filter((sequence) => sequence !== "");
  if (own.length > 0) return { value: [...new Set([...model, ...own])], from: "user" };
  return model.length > 0 ? { value: model, from: "model" } : undefined;
}
