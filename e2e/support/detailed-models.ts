import type { FakeModel } from "./ollama/model.ts";

const layers = Array.from({ length: 28 }, (_, index) => [
  { name: `blk.${index}.attn_k.weight`, type: "Q4_K", shape: [3072, 1024] },
  { name: `blk.${index}.attn_norm.weight`, type: "F32", shape: [3072] },
  { name: `blk.${index}.ffn_up.weight`, type: "Q6_K", shape: [3072, 8192] },
]).flat();

const info = {
  "general.architecture": "llama",
  "general.basename": "Llama-3.2",
  "general.parameter_count": 3_212_749_888,
  "llama.block_count": 28,
  "llama.context_length": 131_072,
  "llama.embedding_length": 3072,
  "llama.vocab_size": 128_256,
  "llama.attention.head_count": 24,
  "llama.attention.head_count_kv": 8,
  "llama.attention.key_length": 128,
  "llama.attention.value_length": 128,
  "tokenizer.chat_template": "{% for message in messages %}".repeat(20),
  "tokenizer.ggml.tokens": Array.from({ length: 5000 }, (_, index) => `<token ${index}>`),
};

export const llama: FakeModel = {
  name: "llama3.2:latest",
  capabilities: ["completion", "tools"],
  parameterSize: "3.2B",
  size: 2_019_393_189,
  contextLength: 131_072,
  parameters: { stop: ["<|eot_id|>"], temperature: 0.6, num_ctx: 8192 },
  template: "{{ .Prompt }}",
  system: "You are a patient teacher.",
  license: "LLAMA 3.2 COMMUNITY LICENSE AGREEMENT",
  messages: [
    { role: "user", content: "What is this?" },
    { role: "assistant", content: "An example." },
  ],
  modelInfo: info,
  tensors: [{ name: "token_embd.weight", type: "Q6_K", shape: [3072, 128_256] }, ...layers],
};

const layered: FakeModel = {
  name: "hf.co/some_body/A.Model-GGUF:Q4_K_M",
  capabilities: ["completion"],
  family: "layered",
  size: 1_000_000_000,
  modelInfo: {
    "general.architecture": "layered",
    "layered.block_count": 2,
    "layered.context_length": 4096,
    "layered.embedding_length": 64,
    "layered.vocab_size": 936,
    "layered.attention.head_count": 4,
    "layered.attention.head_count_kv": [4, 2],
  },
};

const cloud: FakeModel = {
  name: "gpt-oss:120b-cloud",
  capabilities: ["completion", "thinking"],
  family: "gptoss",
  remote: { model: "gpt-oss:120b", host: "https://ollama.com:443" },
};

/** Models of which `/api/show` tells much: one with tensors, one whose heads differ by layer, one that runs elsewhere. */
export const detailedModels: readonly FakeModel[] = [llama, layered, cloud];
