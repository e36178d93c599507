import { describe, expect, it } from "vitest";
import { cacheSize, type CacheQuestion, memoryEstimate, verdictOf } from "./memory-fit.ts";

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;
const at = (context: number, rest: Partial<CacheQuestion> = {}): CacheQuestion => ({
  context,
  cacheType: "f16",
  parallel: 1,
  ...rest,
});

const bytesOf = (info: Record<string, unknown>, question: CacheQuestion): number => {
  const size = cacheSize(info, question);
  if (size.kind !== "estimate" && size.kind !== "at-most") throw new Error(`no figure: ${size.kind}`);
  return size.bytes;
};

function llamaLike(architecture: string, values: Record<string, unknown>): Record<string, unknown> {
  const own = Object.entries(values).map(([key, value]) => [`${architecture}.${key}`, value]);
  return { "general.architecture": architecture, ...Object.fromEntries(own) };
}

const llama8b = llamaLike("llama", {
  block_count: 32,
  embedding_length: 4096,
  vocab_size: 128_256,
  "attention.head_count": 32,
  "attention.head_count_kv": 8,
});
const llama70b = llamaLike("llama", {
  block_count: 80,
  embedding_length: 8192,
  "attention.head_count": 64,
  "attention.head_count_kv": 8,
});
const gemma27b = llamaLike("gemma3", {
  block_count: 62,
  embedding_length: 5376,
  "attention.head_count": 32,
  "attention.head_count_kv": 16,
  "attention.key_length": 128,
  "attention.value_length": 128,
  "attention.sliding_window": 1024,
});
const gptOss20b = {
  block_count: 24,
  embedding_length: 2880,
  "attention.head_count": 64,
  "attention.head_count_kv": 8,
  "attention.key_length": 64,
  "attention.value_length": 64,
  "attention.sliding_window": 128,
};

describe("the cache for keys and values", () => {
  it("is as published for Llama 3.1", () => {
    // llama.cpp's own log says 1024.00 MiB for 8,192 tokens; the table is that of huggingface.co/blog/llama31 (1k = 1,000).
    expect(bytesOf(llama8b, at(8192))).toBe(1024 * MiB);
    expect(bytesOf(llama8b, at(16_000)) / GiB).toBeCloseTo(1.95, 2);
    expect(bytesOf(llama8b, at(128_000)) / GiB).toBeCloseTo(15.62, 1);
    expect(bytesOf(llama70b, at(16_000)) / GiB).toBeCloseTo(4.88, 2);
    expect(bytesOf(llama70b, at(128_000)) / GiB).toBeCloseTo(39.06, 1);
  });

  it("is as llama.cpp logged it for q8_0: 64 layers at 32,768 tokens, 4352.00 MiB (issue 11200 there)", () => {
    const qwen32b = llamaLike("qwen2", {
      block_count: 64,
      embedding_length: 5120,
      "attention.head_count": 40,
      "attention.head_count_kv": 8,
    });
    expect(bytesOf(qwen32b, at(32_768, { cacheType: "q8_0" }))).toBe(4352 * MiB);
  });

  it("has 18 bytes for 32 elements in q4_0, against 64 in f16", () => {
    expect(bytesOf(llama8b, at(8192, { cacheType: "q4_0" }))).toBe((1024 * MiB * 18) / 64);
  });

  it("grows with the requests at once", () => {
    expect(bytesOf(llama8b, at(8192, { parallel: 4 }))).toBe(4 * GiB);
  });

  it("holds a window alone in the layers that have one", () => {
    // Measured for gemma-3-27b: 10240 MiB for the layers that see all of 131,072 tokens, 624 MiB for the others (llama.cpp 18720).
    expect(bytesOf(gemma27b, at(131_072))).toBe((10_240 + 624) * MiB);
    expect(bytesOf(gemma27b, at(512))).toBe(62 * 512 * 16 * 256 * 2);
    // gpt-oss-20b: 3.00 GiB of 6.00 GiB, and a little for the windows (gguf-parser-go 32).
    for (const architecture of ["gptoss", "gpt-oss"]) {
      const bytes = bytesOf(llamaLike(architecture, gptOss20b), at(131_072));
      expect(bytes / GiB).toBeGreaterThan(3);
      expect(bytes / GiB).toBeLessThan(3.06);
    }
  });

  it("is at most that of whole layers, where it is not known which of them have a window", () => {
    const size = cacheSize(llamaLike("newcomer", gptOss20b), at(131_072));
    expect(size).toEqual({ kind: "at-most", bytes: 6 * GiB });
  });

  it("reads what is told layer by layer", () => {
    const layered = llamaLike("mixed", {
      block_count: 4,
      embedding_length: 64,
      "attention.head_count": 4,
      "attention.head_count_kv": [4, 2, 0, 1],
      "attention.key_length": 16,
      "attention.value_length": 8,
    });
    expect(bytesOf(layered, at(1000))).toBe(1000 * 7 * 24 * 2);
    const windowed = {
      ...layered,
      "mixed.attention.sliding_window": 256,
      "mixed.attention.sliding_window_pattern": [true, true, false, false],
      "mixed.attention.key_length_swa": 8,
      "mixed.attention.shared_kv_layers": 1,
    };
    expect(bytesOf(windowed, at(10_000))).toBe(768 * 6 * 16 * 2);
  });

  it("is not guessed where the formula does not hold", () => {
    const why = (info: Record<string, unknown>) => cacheSize(info, at(4096));
    expect(why({ ...llama8b, "llama.attention.head_count_kv": null })).toEqual({
      kind: "unknown",
      why: "hidden",
    });
    expect(why({ ...gemma27b, "gemma3.attention.sliding_window_pattern": null })).toEqual({
      kind: "unknown",
      why: "hidden",
    });
    expect(why(llamaLike("deepseek2", { block_count: 61, "attention.kv_lora_rank": 512 }))).toEqual({
      kind: "unknown",
      why: "latent",
    });
    expect(why(llamaLike("mamba", { block_count: 48, "ssm.state_size": 16 }))).toEqual({
      kind: "unknown",
      why: "recurrent",
    });
    expect(why(llamaLike("mllama", { block_count: 40 }))).toEqual({ kind: "unknown", why: "other" });
    expect(why({})).toEqual({ kind: "unknown", why: "missing" });
    expect(why({ "general.architecture": "llama" })).toEqual({ kind: "unknown", why: "missing" });
    expect(why(llamaLike("bert", { block_count: 12, "attention.causal": false }))).toEqual({ kind: "none" });
  });
});

describe("the estimate", () => {
  it("allows for a batch's results: 258.5 MiB for Llama 3 8B, as llama.cpp logs it with flash attention", () => {
    const estimate = memoryEstimate({ info: llama8b, tensors: [] }, 4_920_753_328, at(8192));
    expect(estimate.allowance).toBe(258.5 * MiB);
    expect(estimate.total).toBe(4_920_753_328 + GiB + 258.5 * MiB);
  });

  it("takes the vocabulary from the tensors, and a tenth where there is none", () => {
    const { "llama.vocab_size": _, ...bare } = llama8b as Record<string, unknown>;
    const tensors = [{ name: "token_embd.weight", type: "Q4_K", shape: [4096, 128_256] }];
    expect(memoryEstimate({ info: bare, tensors }, 100, at(1)).allowance).toBe(258.5 * MiB);
    expect(memoryEstimate({ info: bare, tensors: [] }, 5000, at(1)).allowance).toBe(500);
  });

  it("says what fits, and owns what it cannot tell", () => {
    const estimate = memoryEstimate({ info: llama8b, tensors: [] }, 5 * GiB, at(8192));
    expect(verdictOf(estimate, 8 * GiB, undefined)).toBe("fits");
    expect(verdictOf(estimate, 6 * GiB, 20 * GiB)).toBe("too-large");
    expect(verdictOf(estimate, undefined, 20 * GiB)).toBe("fits");
    expect(verdictOf(estimate, undefined, 2 * GiB)).toBe("cannot-tell");
    expect(verdictOf(estimate, undefined, undefined)).toBe("cannot-tell");
    const unknown = memoryEstimate({ info: {}, tensors: [] }, 5 * GiB, at(8192));
    expect(unknown.total).toBeUndefined();
    expect(verdictOf(unknown, 8 * GiB, undefined)).toBe("cannot-tell");
    expect(verdictOf(unknown, 4 * GiB, undefined)).toBe("too-large");
    const bound = memoryEstimate({ info: llamaLike("newcomer", gptOss20b), tensors: [] }, GiB, at(131_072));
    expect(verdictOf(bound, 4 * GiB, undefined)).toBe("cannot-tell");
    expect(verdictOf(bound, 9 * GiB, undefined)).toBe("fits");
    expect(verdictOf(bound, GiB / 2, undefined)).toBe("too-large");
  });
});
