import { assert, jsonValue, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBody } from "./format-body.ts";

describe("JSON", () => {
  it("is indented as JSON.stringify does it, where no list has scalars", () => {
    const value = { model: "m", messages: [{ role: "user", content: 'a "b"\n{c}' }], options: {}, stop: [] };
    expect(formatBody(JSON.stringify(value), "application/json; charset=utf-8")).toEqual({
      format: "json",
      text: JSON.stringify(value, null, 2),
    });
  });

  it("keeps lists of scalars on one line, and figures to the letter", () => {
    expect(formatBody('{"a":[1.0,12345678901234567890],"b":1e400}', "").text).toBe(
      '{\n  "a": [1.0, 12345678901234567890],\n  "b": 1e400\n}',
    );
  });

  it("changes nothing but white space", () => {
    assert(
      property(jsonValue(), (value) => {
        const { text } = formatBody(JSON.stringify(value), "application/json");
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
      }),
    );
  });

  it("stays as it came where it is cut, or none", () => {
    expect(formatBody('{"a":[1,', "application/json")).toEqual({ format: "text", text: '{"a":[1,' });
    expect(formatBody("Ollama is running", "text/plain")).toEqual({
      format: "text",
      text: "Ollama is running",
    });
  });
});

it("indents each line of NDJSON and leaves what is no JSON", () => {
  expect(formatBody('{"a":1}\noops\n{"b":{"c":2}}\n', "application/x-ndjson")).toEqual({
    format: "ndjson",
    text: '{\n  "a": 1\n}\noops\n{\n  "b": {\n    "c": 2\n  }\n}\n',
  });
});

it("indents the data of each event", () => {
  expect(formatBody('data: {"a":1}\n\ndata: [DONE]\n\n', "text/event-stream")).toEqual({
    format: "sse",
    text: 'data: {\n  "a": 1\n}\n\ndata: [DONE]\n\n',
  });
});
