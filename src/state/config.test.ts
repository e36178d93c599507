import { afterEach, expect, test, vi } from "vitest";
import { decodeConfig, defaultConfig, loadConfig, useConfig } from "./config.ts";

const page = "http://localhost:5173/some/folder/";

afterEach(() => void vi.unstubAllGlobals());

async function load(status: number, type: string, body: string) {
  const fetched = vi.fn(() =>
    Promise.resolve(new Response(body, { status, headers: { "Content-Type": type } })),
  );
  vi.stubGlobal("fetch", fetched);
  await loadConfig("http://localhost:5173/some/folder/?q=x#/");
  expect(fetched).toHaveBeenCalledWith(
    "http://localhost:5173/some/folder/config.json",
    expect.objectContaining({ cache: "no-store" }),
  );
  return useConfig.getState();
}

test("a whole configuration is taken over, its addresses normalised", async () => {
  const text = `{"servers":[{"name":"Home","url":"nas.lan/","kind":"ollama"}],"defaultModel":"llama3.2:latest",
    "allowServerChanges":false,"practice":true,"later":1}`;
  expect(await load(200, "application/json", text)).toMatchObject({
    isReady: true,
    config: {
      servers: [{ name: "Home", url: "http://nas.lan:11434", kind: "ollama" }],
      defaultModel: "llama3.2:latest",
      allowServerChanges: false,
      practice: true,
    },
    fault: undefined,
  });
});

test.each([
  ["a 404", 404, "text/plain", "not found"],
  ["a 403, as of an object store", 403, "application/xml", "<Error/>"],
  ["a page in its place", 200, "text/html; charset=utf-8", "<!doctype html>"],
  ["a page without its type", 200, "text/plain", "\n<!DOCTYPE html><html>"],
])("%s means the defaults, without a fault", async (_name, status, type, body) => {
  expect(await load(status, type, body)).toMatchObject({ config: defaultConfig, fault: undefined });
});

test.each([
  ["no JSON", 200, "{", { reason: "json" }],
  ["a list", 200, "[]", { reason: "type" }],
  ["a broken host", 502, "", { reason: "status" }],
  ["a login that ran out", 401, "", { reason: "status" }],
])("%s is a fault of the whole file", async (_name, status, body, fault) => {
  expect((await load(status, "application/json", body)).fault).toEqual(fault);
});

test("a wrong field is named, gets its default and costs no other", () => {
  const given = {
    servers: [{ url: "http://a" }, { url: "ftp://b" }],
    defaultModel: "qwen3:8b",
    practice: "yes",
  };
  expect(decodeConfig(given, page)).toEqual({
    config: { ...defaultConfig, defaultModel: "qwen3:8b" },
    fault: { field: "servers[1].url", reason: "address" },
  });
  expect(decodeConfig({ servers: [{ name: "x" }] }, page).fault?.field).toBe("servers[0].url");
  expect(decodeConfig({ allowServerChanges: 1 }, page).fault).toEqual({
    field: "allowServerChanges",
    reason: "type",
  });
});

test.each([
  ["/ollama", "http://localhost:5173/ollama"],
  ["/ollama/", "http://localhost:5173/ollama"],
  ["./ollama", "http://localhost:5173/some/folder/ollama"],
  ["../ollama", "http://localhost:5173/some/ollama"],
  ["/", "http://localhost:5173"],
  ["//nas.lan", "http://nas.lan:11434"],
])("%s is %s on the host that serves the app", (url, meant) => {
  expect(decodeConfig({ servers: [{ url }] }, page)).toEqual({
    config: { ...defaultConfig, servers: [{ url: meant }] },
  });
});
