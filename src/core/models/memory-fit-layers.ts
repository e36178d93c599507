import { architectureNumber, architectureValue } from "./model-info.ts";
import type { ModelInfo } from "./show.ts";

/** Why there is no figure. `hidden`: the server left out an array that it gives when asked for everything. */
export type CacheUnknown = "latent" | "recurrent" | "other" | "hidden" | "missing";

/** One layer that keeps keys and values: lengths in elements a head, `window` in tokens where it keeps no more. */
export type AttentionLayer = {
  readonly heads: number;
  readonly keyLength: number;
  readonly valueLength: number;
  readonly window?: number;
};

export type AttentionLayers =
  | { readonly kind: "layers"; readonly layers: readonly AttentionLayer[]; readonly isAtMost: boolean }
  /** It reads a text whole and keeps nothing of it. */
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly why: CacheUnknown };

/** Every so many layers one sees the whole context, the others a window (set_swa_pattern in llama.cpp, src/models). */
const periods: Readonly<Record<string, number>> = {
  gemma2: 2,
  gemma3: 6,
  gemma3n: 5,
  cohere2: 4,
  gptoss: 2,
  "gpt-oss": 2,
  llama4: 4,
  olmo2: 4,
};

/** Names a window, and llama.cpp does not use it: all layers keep the whole context. */
const windowless: ReadonlySet<string> = new Set(["phi3", "qwen2", "qwen2moe", "qwen3", "qwen3moe"]);

/** Attention to pictures or to an encoder, kept apart from the context. */
const others: ReadonlySet<string> = new Set(["mllama", "t5", "t5encoder"]);

/** What keeps a state of fixed size in place of keys and values, in all or some layers. */
const recurrent = /^[^.]+\.(ssm|wkv|shortconv)\.|^[^.]+\.full_attention_interval$/;

const unknown = (why: CacheUnknown): AttentionLayers => ({ kind: "unknown", why });

/** The layers that keep keys and values, from a model's metadata (gguf-py/gguf/constants.py has the keys). */
export function attentionLayers(info: ModelInfo): AttentionLayers {
  const architecture = String(info["general.architecture"]);
  const number = (key: string) => architectureNumber(info, key);
  if (architectureValue(info, "attention.causal") === false) return { kind: "none" };
  if (architectureValue(info, "attention.kv_lora_rank") !== undefined) return unknown("latent");
  if (Object.keys(info).some((key) => recurrent.test(key))) return unknown("recurrent");
  if (others.has(architecture)) return unknown("other");

  const blocks = number("block_count");
  const queryHeads = number("attention.head_count");
  const embedding = number("embedding_length");
  const length = embedding !== undefined && queryHeads !== undefined ? embedding / queryHeads : undefined;
  const keyLength = number("attention.key_length") ?? length;
  const valueLength = number("attention.value_length") ?? length;
  const headValue = architectureValue(info, "attention.head_count_kv");
  const queryValue = architectureValue(info, "attention.head_count");
  if (headValue === null || queryValue === null) return unknown("hidden");
  const heads = headValue ?? queryValue;
  if (blocks === undefined || keyLength === undefined || valueLength === undefined) return unknown("missing");

  const windows = windowsOf(info, architecture);
  if (windows.kind === "hidden") return unknown("hidden");
  const layers: AttentionLayer[] = [];
  for (let index = 0; index < ownLayers(info, architecture, blocks); index += 1) {
    const count: unknown = Array.isArray(heads) ? heads[index] : heads;
    if (typeof count !== "number") return unknown("missing");
    const isWindowed = windows.kind === "known" && windows.isWindowed(index);
    layers.push({
      heads: count,
      keyLength: (isWindowed && number("attention.key_length_swa")) || keyLength,
      valueLength: (isWindowed && number("attention.value_length_swa")) || valueLength,
      ...(isWindowed && { window: windows.window }),
    });
  }
  return { kind: "layers", layers, isAtMost: windows.kind === "unknown" };
}

/** Layers that only predict ahead, or use what an earlier layer keeps, keep nothing. */
function ownLayers(info: ModelInfo, architecture: string, blocks: number): number {
  if (architecture === "gemma3n") return Math.min(blocks, 20);
  const shared = architectureNumber(info, "attention.shared_kv_layers") ?? 0;
  const ahead = architectureNumber(info, "nextn_predict_layers") ?? 0;
  return Math.max(0, blocks - shared - ahead);
}

type Windows =
  | { readonly kind: "known"; readonly window: number; readonly isWindowed: (layer: number) => boolean }
  | { readonly kind: "whole" | "hidden" | "unknown" };

function windowsOf(info: ModelInfo, architecture: string): Windows {
  // Fixed in the code for Llama 4: it is in no key.
  const window = architecture === "llama4" ? 8192 : architectureNumber(info, "attention.sliding_window");
  if (window === undefined || windowless.has(architecture)) return { kind: "whole" };
  const pattern = architectureValue(info, "attention.sliding_window_pattern");
  if (pattern === null) return { kind: "hidden" };
  if (Array.isArray(pattern))
    return { kind: "known", window, isWindowed: (layer) => Boolean(pattern[layer]) };
  const period = typeof pattern === "number" && pattern > 0 ? pattern : periods[architecture];
  if (period === undefined) return { kind: "unknown" };
  return { kind: "known", window, isWindowed: (layer) => layer % period < period - 1 };
}
