import { QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { plainServer } from "#src/core/connection/server.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { speaksOpenAi, useAbilities } from "./abilities.ts";
import { defaultConfig, useConfig } from "./config.ts";
import { listModels, listRunning } from "./list-models.ts";
import { modelsQuery, queryClient } from "./models.ts";
import { saveServer } from "./servers.ts";

beforeEach(() => useConfig.setState({ isReady: true, config: defaultConfig }));
afterEach(() => vi.unstubAllGlobals());

function serve(answers: Readonly<Record<string, unknown>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    const path = new URL(url).pathname;
    asked.push(path);
    const body = answers[path];
    return Promise.resolve(Response.json(body ?? { detail: "Not Found" }, { status: body ? 200 : 404 }));
  });
  return asked;
}

const openAi = { "/v1/models": { object: "list", data: [{ id: "gpt" }] } };
const kindOf = (url: string) => useAbilities.getState().known.get(url)?.kind;

test("what a server speaks is found once, and then it is asked in its own way alone", async () => {
  const url = "http://auto.test";
  const asked = serve(openAi);
  expect((await listModels(url)).map(({ name }) => name)).toEqual(["gpt"]);
  expect(kindOf(url)).toBe("openai");
  expect(asked).toEqual(["/api/tags", "/api/version", "/v1/models", "/v1/models"]);
  asked.length = 0;
  await listModels(url);
  expect(await listRunning(url)).toEqual([]);
  expect(asked).toEqual(["/v1/models"]);
});

test("the kind that the user chose is the one that is asked", async () => {
  const url = "http://chosen.test";
  saveServer({ ...plainServer(url, "user"), kind: "ollama" });
  const asked = serve(openAi);
  await expect(listModels(url)).rejects.toBeInstanceOf(OllamaFailure);
  expect(asked).toEqual(["/api/tags"]);
  saveServer({ ...plainServer(url, "user"), kind: "openai" });
  expect(kindOf(url)).toBe("openai");
  expect(await listModels(url)).toHaveLength(1);
});

test("an Ollama without /api/ps has no board of its memory, until it answers there", async () => {
  const url = "http://old.test";
  serve({ "/api/tags": { models: [] } });
  expect(await listModels(url)).toEqual([]);
  await expect(listRunning(url)).rejects.toBeInstanceOf(OllamaFailure);
  expect(useAbilities.getState().known.get(url)).toEqual({ kind: "ollama", hasMemory: false });
  serve({ "/api/ps": { models: [] } });
  await listRunning(url);
  expect(useAbilities.getState().known.get(url)?.hasMemory).toBe(true);
});

test("another program at the address is noticed", async () => {
  const url = "http://changed.test";
  serve(openAi);
  await listModels(url);
  serve({ "/api/tags": { models: [{ name: "llama3.2:latest" }] } });
  expect((await listModels(url)).map(({ name }) => name)).toEqual(["llama3.2:latest"]);
  expect(kindOf(url)).toBe("ollama");
});

test("a server that lists its models in both ways and tells no version is OpenAI's kind", async () => {
  const url = "http://llamacpp.test";
  const both = { object: "list", data: [{ id: "gemma.gguf" }], models: [{ name: "gemma.gguf", size: "" }] };
  serve({ "/api/tags": both, "/v1/models": both });
  expect((await listModels(url)).map(({ name }) => name)).toEqual(["gemma.gguf"]);
  expect(kindOf(url)).toBe("openai");
});

test("until a server answers it is what it was on an earlier visit; then it is found anew", async () => {
  const url = "http://visited.test";
  const stored = { [url]: { models: [], savedAt: 1, kind: "openai" } };
  vi.stubGlobal("localStorage", { getItem: () => JSON.stringify(stored) });
  saveServer(plainServer(url, "user"));
  const list = new QueryObserver(queryClient, modelsQuery(url));
  expect(list.getCurrentResult().data).toEqual([]);
  expect(speaksOpenAi(url)).toBe(true);
  await Promise.resolve();
  expect(kindOf(url)).toBe("openai");
  vi.unstubAllGlobals();
  const asked = serve({ "/api/tags": { models: [] }, ...openAi });
  await listModels(url);
  expect(asked).toEqual(["/api/tags"]);
  expect(speaksOpenAi(url)).toBe(false);
});
