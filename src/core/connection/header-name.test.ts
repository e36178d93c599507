import { expect, test } from "vitest";
import { headerFault, isHeaderValue } from "./header-name.ts";

const faultOf = (name: string, value = "v", hasKey = false) => headerFault([{ name, value }], 0, hasKey);

test("names that browsers keep to themselves are refused, as the platform refuses them", () => {
  for (const name of [
    "Host",
    "cookie",
    "ORIGIN",
    "Connection",
    "Sec-Fetch-Site",
    "Proxy-Authorization",
    "TE",
  ])
    expect(faultOf(name), name).toBe("forbidden");
  for (const name of ["X-Api-Key", "CF-Access-Client-Id", "Accept", "Authorization", "x_y.z~"])
    expect(faultOf(name), name).toBeUndefined();
});

test("a name is a token, there once, and not one that is set already", () => {
  expect(faultOf("")).toBe("empty");
  expect(faultOf("", "")).toBeUndefined();
  expect(faultOf("X Key")).toBe("characters");
  expect(faultOf("X-Key:")).toBe("characters");
  expect(faultOf("Ключ")).toBe("characters");
  expect(faultOf("content-type")).toBe("own");
  expect(faultOf("authorization", "v", true)).toBe("key");
  const twice = [
    { name: "X-A", value: "1" },
    { name: " x-a ", value: "2" },
  ];
  expect(headerFault(twice, 0, false)).toBeUndefined();
  expect(headerFault(twice, 1, false)).toBe("twice");
});

test("a value is what `fetch` can send, and more careful than that with control characters", () => {
  const taken = ["", "plain", "with space", "tab\tin", "naïve"];
  for (const value of taken) {
    expect(isHeaderValue(value), value).toBe(true);
    expect(new Headers({ "X-A": value }).has("X-A")).toBe(true);
  }
  const refused = ["ключ", "line\nbreak", "nul\0", "😀"];
  for (const value of refused) {
    expect(isHeaderValue(value), value).toBe(false);
    expect(() => new Headers({ "X-A": value }), value).toThrow(TypeError);
  }
  expect(isHeaderValue("del\u007F")).toBe(false);
  expect(faultOf("X-A", "ключ")).toBe("value");
});
