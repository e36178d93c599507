import { describe, expect, it } from "vitest";
import { maskAddress, maskBase, maskReceivedHeader, maskSentHeader, maskText, secretsIn } from "./mask.ts";

describe("headers", () => {
  it("of a request are masked, but for those that are no secrets", () => {
    expect(maskSentHeader("Content-Type", "application/json")).toBe("application/json");
    expect(maskSentHeader("CF-Access-Client-Id", "abc.access")).toBe("***");
    expect(maskSentHeader("X-Team", "blue")).toBe("***");
  });

  it("keep the scheme of an authorisation", () => {
    expect(maskSentHeader("Authorization", "Bearer abcdef")).toBe("Bearer ***");
    expect(maskSentHeader("authorization", "Basic dXNlcjpwYXNz")).toBe("Basic ***");
    expect(maskSentHeader("Authorization", "abcdef")).toBe("***");
  });

  it("of an answer are masked by their names, and where they repeat a secret", () => {
    expect(maskReceivedHeader("set-cookie", "a=b", [])).toBe("***");
    expect(maskReceivedHeader("x-request-id", "17", [])).toBe("17");
    expect(maskReceivedHeader("x-echo", "was top-secret-1", ["top-secret-1"])).toBe("was ***");
  });
});

describe("addresses", () => {
  it("lose tokens, and only those", () => {
    expect(maskAddress("/api/tags?token=abc&limit=3&api_key=x%20y#k").text).toBe(
      "/api/tags?token=***&limit=3&api_key=***#k",
    );
    expect(maskAddress("/api/show?verbose=1")).toEqual({ text: "/api/show?verbose=1", isMasked: false });
  });

  it.each([
    ["https://ai.example/u/3f9c2a7be1d04455aa/x", "https://ai.example/u/***/x"],
    ["https://a-long-name-of-a-server.example/ollama", "https://a-long-name-of-a-server.example/ollama"],
    ["http://[::1]:11434", "http://[::1]:11434"],
  ])("of servers lose what is long in their path: %s", (server, masked) => {
    expect(maskBase(server)).toBe(masked);
  });

  it("lose a name and a password", () => {
    expect(maskAddress("https://me:word@host:1/x@y").text).toBe("https://***@host:1/x@y");
  });
});

describe("texts", () => {
  const json = (value: unknown) => JSON.stringify(value);

  it("lose the values of fields that are named like secrets", () => {
    const body = {
      api_key: 'a"b\\',
      apiKey: "c",
      nested: [{ "x-api-key": "d", password: 1234 }],
      model: "m",
    };
    expect(JSON.parse(maskText(json(body)).text)).toEqual({
      api_key: "***",
      apiKey: "***",
      nested: [{ "x-api-key": "***", password: "***" }],
      model: "m",
    });
    expect(maskText('{ "access_token" : "x y" }').text).toBe('{ "access_token" : "***" }');
  });

  it("keep what only looks alike", () => {
    for (const body of [
      { token: "Hello", logprob: -0.1 },
      { max_tokens: 12, "tokenizer.ggml.eos_token_id": 2 },
      { content: 'Set "api_key" in your settings; a password: never.' },
    ])
      expect(maskText(json(body))).toEqual({ text: json(body), isMasked: false });
  });

  it("find them in JSON inside of JSON", () => {
    const inner = json({ api_key: 'p"q\\r', city: "Bern" });
    const found = JSON.parse(maskText(json({ arguments: inner })).text) as { arguments: string };
    expect(JSON.parse(found.arguments)).toEqual({ api_key: "***", city: "Bern" });
  });

  it("find them where the end cuts a value", () => {
    for (const cut of ['{"api_key":"abcdef', '{"api_key":"abc\\', '{"a":"{\\"api_key\\":\\"abcdef'])
      expect(maskText(cut).text).not.toContain("abc");
  });

  it("lose bearer tokens and keys wherever they stand", () => {
    expect(maskText("use Bearer abcdefghijklmnop now").text).toBe("use Bearer *** now");
    expect(maskText("key sk-proj-0123456789abcdefgh.").text).toBe("key ***.");
    expect(maskText("a bearer of news").isMasked).toBe(false);
  });

  it("lose what was sent as a secret", () => {
    const secrets = secretsIn("Authorization", "Bearer hunter2-42");
    expect(maskText("no such key: hunter2-42", secrets).text).toBe("no such key: ***");
    expect(secretsIn("Accept", "text/html")).toEqual([]);
  });
});
