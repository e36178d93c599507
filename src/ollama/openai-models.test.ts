import { expect, test } from "vitest";
import { decodeOpenAiModels } from "./openai-models.ts";

test("what an OpenAI-compatible server tells of its models, and nothing more", () => {
  const answer = {
    object: "list",
    data: [
      { id: "gpt-4o", object: "model", created: 1715367049, owned_by: "system" },
      { id: "meta-llama/Llama-3.1-8B-Instruct", object: "model", owned_by: "vllm", max_model_len: 8192 },
      { object: "model" },
      "nonsense",
    ],
  };
  expect(decodeOpenAiModels(answer)).toEqual([
    {
      name: "gpt-4o",
      owner: "system",
      modifiedAt: 1_715_367_049_000,
      size: 0,
      digest: "",
      family: "",
      parameterSize: "",
      quantization: "",
    },
    {
      name: "meta-llama/Llama-3.1-8B-Instruct",
      owner: "vllm",
      modifiedAt: 0,
      size: 0,
      digest: "",
      family: "",
      parameterSize: "",
      quantization: "",
    },
  ]);
});

test("an empty list is one, anything else is none", () => {
  expect(decodeOpenAiModels({ object: "list", data: null })).toEqual([]);
  expect(decodeOpenAiModels({ object: "list", data: [] })).toEqual([]);
  expect(decodeOpenAiModels({ error: "Unexpected endpoint or method." })).toBeUndefined();
  expect(decodeOpenAiModels({ data: null })).toBeUndefined();
  expect(decodeOpenAiModels("<html>")).toBeUndefined();
});
