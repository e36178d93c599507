import type { JsonRecord } from "#src/core/stream/json.ts";

/** Options of Ollama that `/v1` takes, under its names (openai/openai.go). */
const names: Readonly<Record<string, string>> = {
  num_predict: "max_tokens",
  temperature: "temperature",
  top_p: "top_p",
  seed: "seed",
  stop: "stop",
  frequency_penalty: "frequency_penalty",
  presence_penalty: "presence_penalty",
};

/** Options under the names of `/v1`, and those that it has no name for, as `options.top_k`. */
export function openaiOptions(options: JsonRecord = {}): {
  readonly named: JsonRecord;
  readonly unnamed: readonly string[];
} {
  const given = Object.entries(options).filter((option) => !isUnlimited(option));
  const isNamed = ([name]: readonly [string, unknown]) => Object.hasOwn(names, name);
  return {
    named: Object.fromEntries(given.filter(isNamed).map(([name, value]) => [names[name] ?? name, value])),
    unnamed: given.filter((option) => !isNamed(option)).map(([name]) => `options.${name}`),
  };
}

/** A negative number of tokens is "no limit", which `/v1` has without one. */
function isUnlimited([name, value]: readonly [string, unknown]): boolean {
  return name === "num_predict" && typeof value === "number" && value < 0;
}

/** Names of the fields that have a value. */
export function namesOf(fields: JsonRecord): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name] !== undefined);
}
