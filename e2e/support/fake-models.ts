import type { FakeModel } from "./ollama/model.ts";

/** The models that an end-to-end test finds unless it says otherwise. */
export const defaultModels: readonly FakeModel[] = [
  {
    name: "llama3.2:latest",
    capabilities: ["completion", "tools"],
    family: "llama",
    parameterSize: "3.2B",
    size: 2_019_393_189,
    contextLength: 131_072,
    embeddingLength: 3072,
    parameters: {
      stop: ["<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"],
      temperature: 0.6,
      top_p: 0.95,
    },
    template:
      "{{- range .Messages }}<|start_header_id|>{{ .Role }}<|end_header_id|>\n\n{{ .Content }}<|eot_id|>{{ end }}",
    license: "LLAMA 3.2 COMMUNITY LICENSE AGREEMENT\nLlama 3.2 Version Release Date: September 25, 2024",
    modelInfo: {
      "general.architecture": "llama",
      "general.basename": "Llama-3.2",
      "general.parameter_count": 3_212_749_888,
      "llama.block_count": 28,
      "llama.context_length": 131_072,
      "llama.embedding_length": 3072,
      "tokenizer.ggml.model": "gpt2",
      "tokenizer.ggml.tokens": ["!", '"', "#"],
    },
  },
  {
    name: "qwen3:8b",
    capabilities: ["completion", "tools", "thinking"],
    family: "qwen3",
    parameterSize: "8.2B",
    size: 5_225_388_164,
    contextLength: 40_960,
    embeddingLength: 4096,
    parameters: {
      repeat_penalty: 1,
      stop: ["<|im_start|>", "<|im_end|>"],
      temperature: 0.6,
      top_k: 20,
      top_p: 0.95,
    },
    template:
      "{{- range .Messages }}<|im_start|>{{ .Role }}\n{{ .Content }}<|im_end|>\n{{ end }}<|im_start|>assistant\n",
    license: "Apache License\nVersion 2.0, January 2004",
  },
  {
    name: "nomic-embed-text:latest",
    capabilities: ["embedding"],
    family: "nomic-bert",
    parameterSize: "137M",
    quantization: "F16",
    size: 274_302_450,
    contextLength: 2048,
    embeddingLength: 768,
    parameters: { num_ctx: 8192 },
    template: "{{ .Prompt }}",
  },
  {
    name: "gpt-oss:120b-cloud",
    capabilities: ["completion", "tools", "thinking"],
    family: "gptoss",
    parameterSize: "116.8B",
    quantization: "MXFP4",
    size: 384,
    contextLength: 131_072,
    embeddingLength: 2880,
    remote: { model: "gpt-oss:120b", host: "https://ollama.com:443" },
  },
];
