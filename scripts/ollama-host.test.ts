import { describe, expect, test } from "vitest";
import { ollamaAddress } from "./ollama-host.ts";

// The table of Ollama's own envconfig tests, with what a client connects to instead of what a server listens on.
const accepted: readonly (readonly [string, string])[] = [
  ["", "http://localhost:11434"],
  ['""', "http://localhost:11434"],
  ["1.2.3.4", "http://1.2.3.4:11434"],
  [":1234", "http://localhost:1234"],
  ["1.2.3.4:1234", "http://1.2.3.4:1234"],
  ["1.2.3.4:", "http://1.2.3.4:11434"],
  ["example.com", "http://example.com:11434"],
  ["example.com:1234", "http://example.com:1234"],
  ["localhost", "http://localhost:11434"],
  ["0.0.0.0", "http://127.0.0.1:11434"],
  ["0.0.0.0:1234", "http://127.0.0.1:1234"],
  ["http://0.0.0.0:1234", "http://127.0.0.1:1234"],
  ["[::]", "http://localhost:11434"],
  ["[::]:1234", "http://localhost:1234"],
  ["::", "http://localhost:11434"],
  ["[::1]", "http://[::1]:11434"],
  ["[::1", "http://[::1]:11434"],
  ["::1", "http://[::1]:11434"],
  ["[::1]:1337", "http://[::1]:1337"],
  ["http://[::1]:1337/", "http://[::1]:1337"],
  [" 1.2.3.4 ", "http://1.2.3.4:11434"],
  ['"1.2.3.4"', "http://1.2.3.4:11434"],
  [' " 1.2.3.4 " ', "http://1.2.3.4:11434"],
  ["'1.2.3.4'", "http://1.2.3.4:11434"],
  ["http://1.2.3.4", "http://1.2.3.4"],
  ["http://1.2.3.4:4321", "http://1.2.3.4:4321"],
  ["HTTP://Example.com:4321", "http://example.com:4321"],
  ["https://1.2.3.4", "https://1.2.3.4"],
  ["https://1.2.3.4:4321", "https://1.2.3.4:4321"],
  ["https://example.com/ollama", "https://example.com/ollama"],
  ["example.com:1234/ollama/", "http://example.com:1234/ollama"],
  ["ollama.com", "https://ollama.com"],
];

describe("OLLAMA_HOST", () => {
  test.each(accepted)("%j means %s", (value, url) => {
    expect(ollamaAddress({ OLLAMA_HOST: value }).url).toBe(url);
  });

  test.each([
    ":66000",
    ":-1",
    ":0",
    "localhost:abc",
    "ftp://localhost",
    "ws://localhost:11434",
    "://localhost",
    "a b",
    "a:1:2",
    "[::1]x",
    "[nonsense]:80",
    "me@localhost",
    "http://localhost/?x=1",
    "http://exa mple.com",
  ])("%j is refused in one line that names the variable and the value", (value) => {
    const read = () => ollamaAddress({ OLLAMA_HOST: value });
    expect(read).toThrow(/^OLLAMA_HOST=".*" cannot be used: [^\n]+\.$/);
  });
});

describe("OLLAMA_PORT", () => {
  test.each([
    [{ OLLAMA_PORT: "1234" }, "http://localhost:1234"],
    [{ OLLAMA_PORT: ' "1234" ' }, "http://localhost:1234"],
    [{ OLLAMA_PORT: "1234", OLLAMA_HOST: "example.com" }, "http://example.com:1234"],
    [{ OLLAMA_PORT: "1234", OLLAMA_HOST: "https://example.com" }, "https://example.com:1234"],
    [{ OLLAMA_PORT: "1234", OLLAMA_HOST: "[::1]" }, "http://[::1]:1234"],
    [{ OLLAMA_PORT: "1234", OLLAMA_HOST: "example.com:80" }, "http://example.com"],
  ])("%j means %s", (env, url) => {
    expect(ollamaAddress(env)).toEqual({ url, named: true });
  });

  test.each(["abc", "0", "70000", "-1", "1.5"])("%j is refused", (value) => {
    expect(() => ollamaAddress({ OLLAMA_PORT: value })).toThrow(/^OLLAMA_PORT=.*65535/);
  });
});

test("only what the environment says counts as named", () => {
  expect(ollamaAddress({}).named).toBe(false);
  expect(ollamaAddress({ OLLAMA_HOST: " ", OLLAMA_PORT: "" }).named).toBe(false);
  expect(ollamaAddress({ OLLAMA_HOST: "localhost" }).named).toBe(true);
});
