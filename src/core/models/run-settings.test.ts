import { describe, expect, it } from "vitest";
import type { Message } from "#src/core/conversation/message.ts";
import { chatRequest } from "#src/core/conversation/request.ts";
import type { ModelDetails } from "./model.ts";
import { parseParameters } from "./parameters-text.ts";
import { reasoningEfforts, wireEffort } from "./reasoning.ts";
import { samplingFor } from "./sampling.ts";
import { formatBytes } from "./size.ts";

const details = (parameters: string): ModelDetails => ({
  capabilities: ["completion"],
  parameters: parseParameters(parameters),
  system: "",
});

describe("parameters of a Modelfile", () => {
  it("are read as the server writes them", () => {
    const text = [
      'stop                           "<|im_start|>"',
      "temperature                    0.6",
      'stop                           "a \\"b\\"\\n"',
      "num_ctx                        1.048576e+06",
      "penalize                       true",
      'odd                            "\\x00"',
    ].join("\n");
    expect([...parseParameters(text)]).toEqual([
      ["stop", ["<|im_start|>", 'a "b"\n']],
      ["temperature", [0.6]],
      ["num_ctx", [1_048_576]],
      ["penalize", [true]],
      ["odd", ['"\\x00"']],
    ]);
    expect(parseParameters("").size).toBe(0);
  });
});

describe("sampling", () => {
  it("is the user's, then the model's, then Ollama's", () => {
    expect(samplingFor(undefined, {})).toEqual({
      temperature: { value: 0.8, from: "ollama" },
      topP: { value: 0.9, from: "ollama" },
    });
    const model = details("temperature 0.6\nnum_predict 100\nseed 7");
    expect(samplingFor(model, { topP: 0.5, seed: 0 })).toEqual({
      temperature: { value: 0.6, from: "model" },
      topP: { value: 0.5, from: "user" },
      maxTokens: { value: 100, from: "model" },
      seed: { value: 0, from: "user" },
    });
  });

  it("adds the user's stop sequences to those that end the model's turn", () => {
    const model = details('stop "<|end|>"');
    expect(samplingFor(model, {}).stop).toEqual({ value: ["<|end|>"], from: "model" });
    expect(samplingFor(model, { stop: ["END", ""] }).stop).toEqual({
      value: ["<|end|>", "END"],
      from: "user",
    });
    expect(samplingFor(undefined, { stop: [] }).stop).toBeUndefined();
  });
});

describe("reasoning", () => {
  const thinker = { name: "qwen3:8b", capabilities: ["completion", "thinking"] };
  const gptOss = { ...thinker, name: "gpt-oss:20b" };
  it("has the choices that the model takes", () => {
    expect(reasoningEfforts({ name: "llama3.2" })).toEqual([]);
    expect(reasoningEfforts(thinker)).toEqual(["on", "off", "low", "medium", "high", "max"]);
    expect(reasoningEfforts(gptOss)).toEqual(["low", "medium", "high"]);
    expect(reasoningEfforts({ ...thinker, family: "gptoss" })).toEqual(["low", "medium", "high"]);
  });
  it("is sent so that no model refuses it", () => {
    expect([undefined, "on", "off", "max"].map((choice) => wireEffort(thinker, choice as "on"))).toEqual([
      undefined,
      undefined,
      "none",
      "max",
    ]);
    expect(["off", "low", "max"].map((choice) => wireEffort(gptOss, choice as "off"))).toEqual([
      "low",
      "low",
      "high",
    ]);
    expect(wireEffort({ name: "llama3.2", capabilities: ["completion"] }, "high")).toBeUndefined();
  });
});

describe("sizes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [2_019_393_189, "2 GB"],
    [4_920_753_328, "4.9 GB"],
    [12_900_000_000, "12 GB"],
    [274_302_450, "274 MB"],
    [1_500_000_000_000, "1.5 TB"],
  ])("%d bytes", (bytes, text) => expect(formatBytes(bytes, "en")).toBe(text));
  it("in another language", () => expect(formatBytes(4_920_753_328, "de")).toBe("4,9\u00A0GB"));
});

describe("a request", () => {
  let ids = 0;
  const message = (role: "user" | "assistant" | "system", content: string, rest: object = {}): Message =>
    ({
      id: `m${ids++}`,
      parentId: null,
      role,
      content,
      createdAt: 0,
      status: "done",
      model: "m",
      ...rest,
    }) as Message;
  const sampling = samplingFor(details("temperature 0.6\nseed 3"), { maxTokens: 50 });

  it("holds the system prompt and the texts of the path", () => {
    const path = [
      message("user", "a"),
      message("assistant", "b", { reasoning: "never sent" }),
      message("user", "c"),
      message("assistant", "", { status: "failed" }),
      message("user", "d"),
      message("assistant", "half", { status: "interrupted" }),
    ];
    expect(chatRequest({ path, systemPrompt: "Be brief.", model: "m", sampling })).toEqual({
      model: "m",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "a" },
        { role: "assistant", content: "b" },
        { role: "user", content: "c" },
        { role: "user", content: "d" },
        { role: "assistant", content: "half" },
      ],
      temperature: 0.6,
      topP: 0.9,
      maxTokens: 50,
    });
  });

  it("sends to other servers than Ollama only what the user chose", () => {
    const path = [message("user", "a")];
    const request = chatRequest({
      path,
      systemPrompt: "",
      model: "m",
      kind: "openai",
      sampling: samplingFor(undefined, { topP: 0.5, seed: 3 }),
      reasoning: "high",
    });
    expect(request).toEqual({
      kind: "openai",
      model: "m",
      messages: [{ role: "user", content: "a" }],
      topP: 0.5,
      seed: 3,
    });
  });

  it("has no empty system prompt, and an effort only for a model that can think", () => {
    const run = {
      path: [message("user", "a")],
      systemPrompt: "  ",
      model: "m",
      sampling,
      reasoning: "off" as const,
    };
    expect(chatRequest(run)).not.toHaveProperty("reasoningEffort");
    expect(chatRequest({ ...run, capabilities: ["thinking"] })).toMatchObject({
      messages: [{ role: "user", content: "a" }],
      reasoningEffort: "none",
    });
  });
});
