import { expect, test } from "vitest";
import type { Model, RunningModel } from "#src/core/models/model.ts";
import { chooseModel } from "./choose-model.ts";

const model = (name: string, capabilities = ["completion"]): Model => ({
  name,
  capabilities,
  size: 1,
  digest: name,
  modifiedAt: 0,
  family: "",
  parameterSize: "",
  quantization: "",
});
const running = (name: string): RunningModel => ({ name, digest: name, size: 1, sizeVram: 0, expiresAt: 0 });
const models = [model("bge-m3:latest", ["embedding"]), model("qwen3:8b"), model("llama3.2:latest")];
const none = { models, running: [], lastModel: "", defaultModel: "" };

test("the last choice, else the configured model, else the one in memory, else the first that can chat", () => {
  const all = { models, running: [running("llama3.2:latest")], lastModel: "a:1", defaultModel: "b" };
  expect(chooseModel(all)).toBe("a:1");
  expect(chooseModel({ ...all, lastModel: "" })).toBe("b:latest");
  expect(chooseModel({ ...all, lastModel: "", defaultModel: "" })).toBe("llama3.2:latest");
  expect(chooseModel(none)).toBe("qwen3:8b");
});

test("a named model gets the installed spelling", () => {
  expect(chooseModel({ ...none, lastModel: "LLAMA3.2" })).toBe("llama3.2:latest");
});

test("a model that only embeds is never chosen", () => {
  expect(chooseModel({ ...none, running: [running("bge-m3:latest")] })).toBe("qwen3:8b");
  expect(chooseModel({ ...none, models: models.slice(0, 1) })).toBe("");
});
