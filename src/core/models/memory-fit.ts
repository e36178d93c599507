import { architectureNumber } from "./model-info.ts";
import { type AttentionLayer, attentionLayers, type CacheUnknown } from "./memory-fit-layers.ts";
import type { ModelShow } from "./show.ts";

/** In what the server keeps keys and values (OLLAMA_KV_CACHE_TYPE). */
export type CacheType = "f16" | "q8_0" | "q4_0";

/** Bytes an element: q8_0 and q4_0 are blocks of 32 in 34 and 18 bytes (ggml-common.h). */
const bytesAnElement: Readonly<Record<CacheType, number>> = { f16: 2, q8_0: 34 / 32, q4_0: 18 / 32 };

/** Tokens that are read at once; the cache of a window and the working memory are made for so many (num_batch). */
const batch = 512;
/** Windowed caches are rounded up to this many tokens. */
const padding = 256;

export type CacheQuestion = {
  /** Tokens of one request. */
  readonly context: number;
  readonly cacheType: CacheType;
  /** Requests at once, each with its own context (OLLAMA_NUM_PARALLEL). */
  readonly parallel: number;
};

/** Memory for keys and values, in bytes. `at-most`: some layers hold a window alone, and it is not known which. */
export type CacheSize =
  | { readonly kind: "estimate" | "at-most"; readonly bytes: number }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly why: CacheUnknown };

/**
 * Memory that keys and values take: for each layer
 * `context × kv heads × (key length + value length) × bytes an element`, times the requests at once. A layer with a window holds
 * `min(context, window + batch)` tokens, rounded up to 256. From llama.cpp, src/llama-kv-cache.cpp (n_embd_k_gqa and n_embd_v_gqa
 * of each layer times kv_size) and src/llama-kv-cache-iswa.cpp (size_swa).
 */
export function cacheSize(info: ModelShow["info"], question: CacheQuestion): CacheSize {
  const found = attentionLayers(info);
  if (found.kind !== "layers") return found;
  const tokens = (layer: AttentionLayer): number =>
    layer.window === undefined
      ? question.context
      : Math.min(question.context, Math.ceil((layer.window + batch) / padding) * padding);
  const elements = found.layers.reduce(
    (sum, layer) => sum + tokens(layer) * layer.heads * (layer.keyLength + layer.valueLength),
    0,
  );
  const bytes = Math.ceil(elements * bytesAnElement[question.cacheType]) * question.parallel;
  return { kind: found.isAtMost ? "at-most" : "estimate", bytes };
}

export type MemoryEstimate = {
  /** The files of the model, which are read into memory as they are. */
  readonly weights: number;
  readonly cache: CacheSize;
  readonly allowance: number;
  /** Absent where the cache is not known. */
  readonly total?: number;
};

/**
 * What a model would take in memory, in bytes; an estimate. `size` is that of `/api/tags`. The allowance is for the results of one
 * batch, `512 × (vocabulary + embedding) × 4` bytes (llama.cpp's compute buffer with flash attention), or a tenth of the weights
 * where these are not known; a graphics driver takes more on top.
 */
export function memoryEstimate(
  show: Pick<ModelShow, "info" | "tensors">,
  size: number,
  question: CacheQuestion,
): MemoryEstimate {
  const cache = cacheSize(show.info, question);
  const width = vocabulary(show);
  const embedding = architectureNumber(show.info, "embedding_length");
  const allowance =
    width === undefined || embedding === undefined ? Math.ceil(size / 10) : batch * (width + embedding) * 4;
  if (cache.kind === "unknown") return { weights: size, cache, allowance };
  const cacheBytes = cache.kind === "none" ? 0 : cache.bytes;
  return { weights: size, cache, allowance, total: size + cacheBytes + allowance };
}

function vocabulary({ info, tensors }: Pick<ModelShow, "info" | "tensors">): number | undefined {
  const embedding = tensors.find(({ name }) => name === "token_embd.weight");
  return architectureNumber(info, "vocab_size") ?? embedding?.shape[1];
}

export type Verdict = "fits" | "too-large" | "cannot-tell";

/**
 * Whether an estimate fits. `memory` is what the user says there is; without it `seen`, the most that the server has had in memory
 * at once, proves that as much fits, and nothing about more. An upper bound that is too large proves nothing.
 */
export function verdictOf(
  estimate: MemoryEstimate,
  memory: number | undefined,
  seen: number | undefined,
): Verdict {
  const { total } = estimate;
  if (total === undefined)
    return memory !== undefined && estimate.weights > memory ? "too-large" : "cannot-tell";
  if (memory === undefined) return seen !== undefined && total <= seen ? "fits" : "cannot-tell";
  if (total <= memory) return "fits";
  return estimate.cache.kind === "at-most" && estimate.weights + estimate.allowance <= memory
    ? "cannot-tell"
    : "too-large";
}
