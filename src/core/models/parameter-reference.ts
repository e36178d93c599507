type ParameterKind = "integer" | "number" | "boolean" | "strings";

export type ParameterGroup = "length" | "sampling" | "repetition" | "loading";

/** One option of a request, or PARAMETER of a Modelfile. */
export type ParameterReference = {
  readonly name: string;
  /** A value of another JSON type is stored by `/api/create` as it is, and makes each later request of that model fail. */
  readonly kind: ParameterKind;
  readonly group: ParameterGroup;
  /** What Ollama takes without one; absent where that depends on the model or the machine. */
  readonly standard?: number;
  readonly least?: number;
  readonly most?: number;
  /** Another value loads the model anew. */
  readonly reloads?: true;
};

/** All options that Ollama knows, with what it takes without them (api/types.go, Options and DefaultOptions). */
export const parameterReference = [
  { name: "num_ctx", kind: "integer", group: "length", least: 1, reloads: true },
  { name: "num_predict", kind: "integer", group: "length", standard: -1, least: -1 },
  { name: "num_keep", kind: "integer", group: "length", standard: 4, least: -1 },
  { name: "stop", kind: "strings", group: "length" },
  { name: "temperature", kind: "number", group: "sampling", standard: 0.8, least: 0 },
  { name: "top_k", kind: "integer", group: "sampling", standard: 40, least: 0 },
  { name: "top_p", kind: "number", group: "sampling", standard: 0.9, least: 0, most: 1 },
  { name: "min_p", kind: "number", group: "sampling", standard: 0, least: 0, most: 1 },
  { name: "typical_p", kind: "number", group: "sampling", standard: 1, least: 0, most: 1 },
  { name: "seed", kind: "integer", group: "sampling", standard: -1, least: -1, most: 4_294_967_295 },
  { name: "repeat_penalty", kind: "number", group: "repetition", standard: 1.0, least: 0 },
  { name: "repeat_last_n", kind: "integer", group: "repetition", standard: 64, least: -1 },
  { name: "presence_penalty", kind: "number", group: "repetition", standard: 0, least: -2, most: 2 },
  { name: "frequency_penalty", kind: "number", group: "repetition", standard: 0, least: -2, most: 2 },
  { name: "num_gpu", kind: "integer", group: "loading", standard: -1, least: -1, reloads: true },
  { name: "main_gpu", kind: "integer", group: "loading", standard: 0, least: 0, reloads: true },
  { name: "num_batch", kind: "integer", group: "loading", standard: 512, least: 1, reloads: true },
  { name: "num_thread", kind: "integer", group: "loading", standard: 0, least: 0, reloads: true },
  { name: "use_mmap", kind: "boolean", group: "loading", reloads: true },
  { name: "draft_num_predict", kind: "integer", group: "loading", standard: 4, least: 0, reloads: true },
] as const satisfies readonly ParameterReference[];

export type ParameterName = (typeof parameterReference)[number]["name"];

const byName: ReadonlyMap<string, ParameterReference> = new Map(
  parameterReference.map((reference) => [reference.name, reference]),
);

/** What is known of an option; letter case counts, as it does for Ollama. */
export function parameterOf(name: string): ParameterReference | undefined {
  return byName.get(name);
}

/** The range of an option's numbers. Whole numbers that have no end of their own end where llama.cpp's do, at 32 bits. */
export function rangeOf({ kind, least, most }: ParameterReference): {
  readonly least: number;
  readonly most: number;
} {
  const widest = kind === "integer" ? 2_147_483_647 : Number.MAX_VALUE;
  return { least: least ?? -widest, most: most ?? widest };
}
