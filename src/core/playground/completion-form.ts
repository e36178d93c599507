import type { ParameterName } from "#src/core/models/parameter-reference.ts";

export const completionFormats = ["text", "json", "schema"] as const;
export const thinkChoices = ["", "off", "on", "low", "medium", "high", "max"] as const;

type CompletionFormat = (typeof completionFormats)[number];
/** Empty: nothing is sent, which on a model that can think is thinking. */
export type ThinkChoice = (typeof thinkChoices)[number];

export type CompletionImage = {
  readonly name: string;
  /** In bytes, before base64. */
  readonly size: number;
  /** Bare: without `data:` before it. */
  readonly base64: string;
};

/** A completion as it is typed. Nothing is lost of a field that the model or another field makes useless. */
export type CompletionForm = {
  readonly model: string;
  readonly prompt: string;
  readonly suffix: string;
  readonly system: string;
  readonly template: string;
  readonly raw: boolean;
  readonly images: readonly CompletionImage[];
  readonly format: CompletionFormat;
  readonly schema: string;
  readonly think: ThinkChoice;
  readonly keepAlive: string;
  /** Texts by option; absent or empty: not sent. */
  readonly options: Readonly<Partial<Record<ParameterName, string>>>;
};

export const emptyCompletion: CompletionForm = {
  model: "",
  prompt: "",
  suffix: "",
  system: "",
  template: "",
  raw: false,
  images: [],
  format: "text",
  schema: "",
  think: "",
  keepAlive: "",
  options: {},
};
