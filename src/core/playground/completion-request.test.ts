import { describe, expect, it } from "vitest";
import { type CompletionForm, emptyCompletion } from "./completion-form.ts";
import { completionBody, completionFaults, countFaults, unusedFields } from "./completion-request.ts";

const form = (more: Partial<CompletionForm>): CompletionForm => ({ ...emptyCompletion, model: "m", ...more });
const all = ["completion", "insert", "vision", "thinking"];
const image = { name: "a.png", size: 8, base64: "iVBORw0KGgo=" };

const whole = form({
  prompt: "def f():",
  suffix: "return x",
  system: "Be short.",
  template: "{{ .Prompt }}",
  images: [image],
  format: "schema",
  schema: '{"type":"object"}',
  think: "high",
  keepAlive: " 10m ",
  options: { temperature: "0.5", top_k: "1e1", use_mmap: "false", stop: 'END\n"\\n\\n"', seed: " " },
});

describe("the body", () => {
  it("has what was typed, under the names of the API, and no empty field", () => {
    expect(completionBody(whole, all)).toEqual({
      model: "m",
      prompt: "def f():",
      suffix: "return x",
      system: "Be short.",
      template: "{{ .Prompt }}",
      images: ["iVBORw0KGgo="],
      format: { type: "object" },
      think: "high",
      keep_alive: "10m",
      options: { temperature: 0.5, top_k: 10, use_mmap: false, stop: ["END", "\n\n"] },
    });
    expect(completionBody(form({ prompt: "x" }), all)).toEqual({ model: "m", prompt: "x" });
  });

  it("leaves out what raw excludes, and what the model cannot do", () => {
    expect(Object.keys(completionBody({ ...whole, raw: true }, all))).toEqual(
      expect.not.arrayContaining(["system", "template", "suffix"]),
    );
    expect(completionBody({ ...whole, raw: true }, all)).toMatchObject({ raw: true, think: "high" });
    const plain = completionBody(whole, ["completion"]);
    for (const name of ["suffix", "images", "think"]) expect(plain).not.toHaveProperty(name);
    expect(unusedFields(false, ["completion"])).toEqual({
      suffix: "insert",
      images: "vision",
      think: "thinking",
    });
    // A server that does not say what a model can do is asked.
    expect(completionBody(whole, undefined)).toHaveProperty("suffix");
  });

  it("writes thinking as the API does, and seconds as a number", () => {
    expect(completionBody(form({ think: "off", keepAlive: "-1" }), all)).toMatchObject({
      think: false,
      keep_alive: -1,
    });
    expect(completionBody(form({ think: "on", format: "json" }), all)).toMatchObject({
      think: true,
      format: "json",
    });
    expect(completionBody(form({ think: "" }), all)).not.toHaveProperty("think");
  });
});

describe("faults", () => {
  it("are none in a form that can be sent", () => {
    expect(countFaults(completionFaults(whole))).toBe(0);
  });

  it.each([
    ["temperature", "NaN", "number"],
    ["temperature", "0,7", "number"],
    ["temperature", "Infinity", "number"],
    ["temperature", "-0.1", "range"],
    ["top_p", "1.01", "range"],
    ["num_ctx", "0", "range"],
    ["num_ctx", "4096.5", "integer"],
    ["stop", 'END\n"\\x"', 2],
  ])("say that %s is not %j", (name, typed, fault) => {
    expect(completionFaults(form({ options: { [name]: typed } })).options).toEqual({ [name]: fault });
  });

  it("name the schema's, only while it counts", () => {
    expect(completionFaults(form({ format: "schema", schema: '{\n"a" 1}' })).schema).toEqual({
      kind: "syntax",
      line: 2,
      column: 5,
      found: "1",
    });
    expect(completionFaults(form({ format: "schema" })).schema).toEqual({ kind: "empty" });
    expect(completionFaults(form({ format: "schema", schema: "[]" })).schema).toEqual({ kind: "object" });
    const typo = '{"type":"object","properties":{"age":{"type":"int"}}}';
    expect(completionFaults(form({ format: "schema", schema: typo })).schema).toEqual({
      kind: "type",
      path: "properties.age",
      found: '"int"',
    });
    expect(completionFaults(form({ format: "schema", schema: '{"type":null}' })).schema).toMatchObject({
      kind: "type",
      found: "null",
    });
    expect(completionFaults(form({ format: "json", schema: "{" })).schema).toBeUndefined();
  });

  it.each([
    ['{"properties":["a"]}', "properties", "object"],
    ['{"properties":{"a":"string"}}', "properties.a", "schema"],
    ['{"properties":{"a":{"enum":[]}}}', "properties.a.enum", "list"],
    ['{"required":"a"}', "required", "names"],
    ['{"required":[1]}', "required", "names"],
    ['{"anyOf":{"type":"string"}}', "anyOf", "list"],
    ['{"items":5}', "items", "schema"],
    ['{"$defs":{"x":{"not":[]}}}', "$defs.x.not", "schema"],
    ['{"oneOf":[{},null]}', "oneOf.1", "schema"],
  ])("of the schema %s stand at %s", (schema, path, shape) => {
    expect(completionFaults(form({ format: "schema", schema })).schema).toEqual({
      kind: "shape",
      path,
      shape,
    });
  });

  it.each([
    '{"type":["string","null"],"additionalProperties":false,"items":true,"enum":[null,"a"],"required":[]}',
    '{"properties":{"type":{"type":"string"},"enum":{"const":1},"required":true}}',
    '{"items":[{"type":"integer"}],"$defs":{},"default":{"type":"what"},"$ref":"#/$defs/x"}',
  ])("are none of the schema %s", (schema) => {
    expect(completionFaults(form({ format: "schema", schema })).schema).toBeUndefined();
  });

  it("refuse a time to stay without a unit that is no number, and a form without a model", () => {
    expect(completionFaults(form({ keepAlive: "10 minutes" })).keepAlive).toBe(true);
    expect(completionFaults(form({ keepAlive: "5" })).keepAlive).toBeUndefined();
    expect(completionFaults({ ...emptyCompletion }).model).toBe(true);
  });
});
