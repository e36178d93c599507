import { describe, expect, it } from "vitest";
import { type AddressFault, type AddressNote, hostOf, joinPath, normaliseAddress } from "./address.ts";
import { kindOfHost, needsPermission } from "./host-kind.ts";

describe("the address of a path", () => {
  it.each([
    ["http://h:1", "/api/version", "http://h:1/api/version"],
    ["http://h:1/ollama/", "v1/models", "http://h:1/ollama/v1/models"],
    ["https://gateway.example/api/v1", "/v1/models", "https://gateway.example/api/v1/models"],
    ["https://gateway.example/api/v1", "/api/version", "https://gateway.example/api/v1/api/version"],
  ])("%s and %s", (base, path, url) => expect(joinPath(base, path)).toBe(url));
});

describe("a server's address", () => {
  it.each<[string, string, AddressNote[]]>([
    ["localhost", "http://localhost:11434", ["scheme-added", "port-added"]],
    ["localhost:8080", "http://localhost:8080", ["scheme-added"]],
    [":11434", "http://localhost:11434", ["scheme-added"]],
    ["//localhost", "http://localhost:11434", ["scheme-added", "port-added"]],
    ["http://localhost:11434", "http://localhost:11434", []],
    [" http://LOCALHOST:11434/ ", "http://localhost:11434", []],
    ["http://localhost:11434/v1/", "http://localhost:11434", ["api-path-dropped"]],
    ["localhost/api", "http://localhost:11434", ["scheme-added", "api-path-dropped", "port-added"]],
    ["http://h:1/v1/chat/completions", "http://h:1", ["api-path-dropped"]],
    ["https://proxy.example/ollama//v1", "https://proxy.example/ollama", ["api-path-dropped"]],
    ["https://gateway.example/api/v1", "https://gateway.example/api/v1", []],
    [
      "https://gateway.example/api/v1/chat/completions",
      "https://gateway.example/api/v1",
      ["api-path-dropped"],
    ],
    ["https://proxy.example/apis/", "https://proxy.example/apis", []],
    ["https://proxy.example/api/llm/", "https://proxy.example/api/llm", []],
    ["https://proxy.example/api/llm/v1", "https://proxy.example/api/llm", ["api-path-dropped"]],
    ["https://proxy.example/v1/team/openai", "https://proxy.example/v1/team/openai", []],
    ["https://proxy.example/ollama/api/tags", "https://proxy.example/ollama", ["api-path-dropped"]],
    ["https://gateway.example/API/V1/models", "https://gateway.example/API/v1", ["api-path-dropped"]],
    ["http://h:1/?a=b#c", "http://h:1", ["query-dropped"]],
    ["http://h:80", "http://h", []],
    ["https://h:443/x", "https://h/x", []],
    ["0.0.0.0", "http://127.0.0.1:11434", ["scheme-added", "wildcard-host", "port-added"]],
    ["::1", "http://[::1]:11434", ["scheme-added", "port-added"]],
    ["[::1]:8080", "http://[::1]:8080", ["scheme-added"]],
    ["192.168.1.5", "http://192.168.1.5:11434", ["scheme-added", "port-added"]],
    ["ollama.example", "http://ollama.example:11434", ["scheme-added", "port-added"]],
  ])("%s", (text, url, notes) => {
    expect(normaliseAddress(text)).toEqual({ ok: true, url, notes });
    expect(normaliseAddress(url)).toEqual({ ok: true, url, notes: [] });
    expect(hostOf(url)).toBe(new URL(url).hostname);
  });

  it.each<[string, AddressFault]>([
    ["", "empty"],
    ["local host", "spaces"],
    ["ftp://h", "scheme"],
    ["http://me:secret@h:1", "credentials"],
    ["http://", "host"],
    ["http://-x", "host"],
    ["h:", "port"],
    ["h:99999", "port"],
    ["h:abc", "port"],
  ])("refused: %s", (text, reason) => expect(normaliseAddress(text)).toEqual({ ok: false, reason }));
});

describe("a host", () => {
  it.each([
    ["localhost", "loopback"],
    ["app.localhost", "loopback"],
    ["127.8.9.1", "loopback"],
    ["[::1]", "loopback"],
    ["10.1.2.3", "private"],
    ["172.31.0.1", "private"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "private"],
    ["100.100.1.1", "private"],
    ["[fd00::1]", "private"],
    ["[fe80::1]", "private"],
    ["[2001:db8::1]", "public"],
    ["nas.local", "private"],
    ["nas", "private"],
    ["8.8.8.8", "public"],
    ["example.com", "public"],
    ["127.0.0.1.example.com", "public"],
  ])("%s is %s", (host, kind) => expect(kindOfHost(host)).toBe(kind));

  it("needs a permission only from a page farther away", () => {
    expect([needsPermission("public", "private"), needsPermission("private", "loopback")]).toEqual([
      true,
      true,
    ]);
    expect([needsPermission("loopback", "loopback"), needsPermission("private", "private")]).toEqual([
      false,
      false,
    ]);
    expect(needsPermission("loopback", "public")).toBe(false);
  });
});
