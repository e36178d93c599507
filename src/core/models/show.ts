import type { ModelDetails } from "./model.ts";

/** One tensor of a model's file: its name, its type in ggml's words (`Q4_K`), its shape in ggml's order. */
export type Tensor = { readonly name: string; readonly type: string; readonly shape: readonly number[] };

/** Metadata of a GGUF file by its keys. A value is a string, number, boolean or array; `null` stands for an array that was not asked for. */
export type ModelInfo = Readonly<Record<string, unknown>>;

/** A message that every conversation with the model begins with. */
export type StoredMessage = { readonly role: string; readonly content: string };

/** All of `/api/show`. Texts are empty where the model has none; `modifiedAt` is milliseconds since 1970 UTC, 0 for none. */
export type ModelShow = ModelDetails & {
  readonly license: string;
  readonly modelfile: string;
  readonly template: string;
  readonly parentModel: string;
  /** `gguf` or `safetensors`. */
  readonly format: string;
  readonly family: string;
  readonly families: readonly string[];
  readonly parameterSize: string;
  readonly quantization: string;
  readonly messages: readonly StoredMessage[];
  /** What a stub stands for on the host that runs it. */
  readonly remoteModel: string;
  readonly info: ModelInfo;
  /** Metadata of the part that reads pictures. */
  readonly projector: ModelInfo;
  readonly tensors: readonly Tensor[];
  readonly modifiedAt: number;
  /** Oldest version of Ollama that runs it. */
  readonly requires: string;
};

/** A model's name out of an address: percent-encoded, or as it is where that cannot be decoded. Names have no `%` of their own. */
export function nameInAddress(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
