import type { FakeModel } from "../../e2e/support/ollama/model.ts";
import type { State } from "./state.ts";

const many: readonly FakeModel[] = Array.from({ length: 40 }, (_, index) => ({
  name: `${["llama3.2", "qwen3", "gemma3", "hf.co/somebody/A-Model-With-A-Very-Long-Name-Indeed-GGUF"][index % 4]}:${index + 1}b`,
  capabilities: ["completion", ...(index % 2 === 0 ? ["tools" as const] : [])],
  family: ["llama", "qwen3", "gemma3"][index % 3] ?? "llama",
  size: (index + 1) * 700_000_000,
  parameterSize: `${index + 1}B`,
}));

const details = "#/models/llama3.2%3Alatest";

/** Pages about models, with few, many and none. */
export const modelStates: readonly State[] = [
  { name: "library-many", server: { models: many }, address: "#/models" },
  { name: "library-none", server: { models: [] }, address: "#/models" },
  { name: "library-no-server", isServerDown: true, address: "#/models" },
  { name: "details-overview", address: details },
  { name: "details-unknown", address: "#/models/nobody%3A1b" },
  { name: "running-none", address: "#/running" },
  { name: "pulls-none", address: "#/pulls" },
  { name: "create-form", address: "#/create" },
  { name: "playground-form", address: "#/playground" },
  { name: "embeddings-form", address: "#/playground/embeddings" },
  { name: "health-none", address: "#/health" },
];
