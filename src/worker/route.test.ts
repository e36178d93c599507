import { expect, test } from "vitest";
import { routeOf } from "./route.ts";

const base = "https://home.example/tools/candor/";
const files = new Set(["index.html", "theme.js", "assets/index-AbCdEf12.js"]);
const route = (path: string, mode = "cors", method = "GET") =>
  routeOf({ method, mode, url: new URL(path, base).href }, base, (name) => files.has(name));

test.each([
  ["./", "index.html"],
  ["./index.html", "index.html"],
  ["./?q=What%20is%20this&model=llama3.2", "index.html"],
])("the page is answered from the build: %s", (path, name) => {
  expect(route(path, "navigate")).toEqual({ type: "file", path: name });
  // Only who opens it means the page; a probe means the host.
  expect(route(path)).toEqual({ type: "pass" });
});

test("files of the build are answered, and names with the mark of another build are looked for", () => {
  expect(route("theme.js")).toEqual({ type: "file", path: "theme.js" });
  expect(route("assets/index-AbCdEf12.js")).toEqual({ type: "file", path: "assets/index-AbCdEf12.js" });
  expect(route("assets/index-12345678.js")).toEqual({ type: "older" });
});

test("config.json has a way of its own", () => {
  expect(route("config.json")).toEqual({ type: "config" });
});

test.each([
  ["ollama/api/tags"],
  ["ollama/assets/index-AbCdEf12.js"],
  ["v1/chat/completions"],
  ["/api/version"],
  ["/tools/other/theme.js"],
  ["https://elsewhere.example/tools/candor/theme.js"],
  ["theme.js?again"],
  ["frames/preview.html"],
  ["service-worker.js"],
])("%s passes by", (path) => {
  expect(route(path)).toEqual({ type: "pass" });
  expect(route(path, "navigate")).toEqual({ type: "pass" });
});

test("only GET is answered", () => {
  for (const method of ["POST", "HEAD", "PUT", "DELETE"])
    expect(route("theme.js", "cors", method)).toEqual({ type: "pass" });
});
