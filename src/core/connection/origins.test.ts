import { describe, expect, it } from "vitest";
import { allowedByDefault, checkOrigins } from "./origins.ts";

const page = "https://chat.example";

/** What a real server did with each value is in the protocol's section on origins. */
describe("a value of OLLAMA_ORIGINS", () => {
  it.each<[string, string | undefined, boolean, boolean, string]>([
    [page, undefined, false, true, page],
    ["https://CHAT.example", undefined, false, true, "https://CHAT.example"],
    ["https://*.example", undefined, false, true, "https://*.example"],
    ["*", undefined, false, true, "*"],
    ['"https://chat.example"', undefined, false, true, page],
    ["https://chat.example/", "slash", false, false, page],
    ["https://chat.example/app", "path", false, false, page],
    ["https://*.Example", "case", false, false, "https://*.example"],
    ["https://chat.example:443", "default-port", false, false, page],
    ["chat.example", "scheme", true, false, page],
    ["null", "scheme", true, false, page],
    ["https://*.a.*", "stars", true, false, page],
    ["https://other.example", undefined, false, false, `https://other.example,${page}`],
  ])("%s", (value, fault, stops, admits, corrected) => {
    const check = checkOrigins(value, page);
    expect(check.entries.map((entry) => entry.fault)).toEqual([fault]);
    expect({ ...check, entries: [] }).toEqual({ entries: [], stops, admits, corrected });
  });

  it("with a space after a comma keeps the server from starting", () => {
    const check = checkOrigins("https://a.example, https://chat.example", page);
    expect(check.entries[1]).toEqual({ text: " https://chat.example", fault: "space" });
    expect(check).toMatchObject({
      stops: true,
      admits: false,
      corrected: "https://a.example,https://chat.example",
    });
  });

  it.each(["", " ", '""'])("that is empty (%j) is none", (value) => {
    expect(checkOrigins(value, page)).toEqual({ entries: [], stops: false, admits: false, corrected: page });
    expect(checkOrigins(value, "http://localhost")).toMatchObject({ admits: true, corrected: "" });
  });

  it("with a comma at its end has an empty entry", () => {
    expect(checkOrigins(`${page},`, page)).toMatchObject({ stops: true, corrected: page });
  });

  it("need not name pages of this computer", () => {
    expect(checkOrigins("https://a.example", "http://localhost:5173")).toMatchObject({
      admits: true,
      corrected: "https://a.example",
    });
  });
});

describe("pages that are let in by default", () => {
  it.each([
    "http://localhost",
    "https://localhost:5173",
    "http://127.0.0.1:8080",
    "http://0.0.0.0",
    "app://x",
    "file://",
  ])("%s", (origin) => expect(allowedByDefault(origin)).toBe(true));
  it.each([
    "http://[::1]:5173",
    "http://127.0.0.2",
    "http://192.168.1.5",
    "http://a.localhost",
    "https://a.example",
    "null",
  ])("not %s", (origin) => expect(allowedByDefault(origin)).toBe(false));
});
