import { describe, expect, it } from "vitest";
import { noFields } from "./create-fields.ts";
import { readParameter } from "./create-parameter.ts";
import { reduceCreate, type CreateSteps } from "./create-progress.ts";
import { canQuantize, checkCreate, type CheckedCreate, type CreateInput } from "./create-request.ts";
import { parameterOf, parameterReference } from "./parameter-reference.ts";

const input = (rest: Partial<CreateInput> = {}): CreateInput => ({
  name: "mine",
  fields: { ...noFields, from: "llama3.2" },
  quantize: "",
  quantization: "Q4_K_M",
  baseLicenses: [],
  ...rest,
});

describe("the body of /api/create", () => {
  it("has only what was set, in the JSON types that Ollama needs", () => {
    expect(checkCreate(input())).toEqual({
      ok: true,
      request: { model: "mine:latest", from: "llama3.2:latest" },
    });
    const fields = {
      ...noFields,
      from: "llama3.2",
      system: " Be brief.\n",
      parameters: { num_ctx: "8192", temperature: " 0.2 ", use_mmap: "false", top_p: "", seed: "1e3" },
      stop: ["x", ""],
      messages: [
        { role: "user" as const, content: "a" },
        { role: "assistant" as const, content: "" },
      ],
      licenses: ["MIT", ""],
      requires: "v0.14.0",
      comments: [" never sent"],
    };
    expect(checkCreate(input({ fields }))).toEqual({
      ok: true,
      request: {
        model: "mine:latest",
        from: "llama3.2:latest",
        system: " Be brief.\n",
        parameters: { num_ctx: 8192, temperature: 0.2, use_mmap: false, seed: 1000, stop: ["x"] },
        messages: [{ role: "user", content: "a" }],
        license: ["MIT"],
        requires: "0.14.0",
      },
    });
  });

  it("does not add a licence that the base has", () => {
    const fields = { ...noFields, from: "llama3.2", licenses: ["MIT\nas is\n", "Apache", "MIT"] };
    expect(checkCreate(input({ fields, baseLicenses: ["MIT\nas is\n"] }))).toMatchObject({
      request: { license: ["Apache", "MIT"] },
    });
    const { request } = checkCreate(input({ fields, baseLicenses: fields.licenses })) as CheckedCreate & {
      ok: true;
    };
    expect(request).not.toHaveProperty("license");
  });

  it("has files in place of a base", () => {
    const files = { "a.gguf": "sha256:1" };
    const fields = { ...noFields, licenses: ["MIT"] };
    const uploads = { files, adapters: {}, quantization: "F16" };
    const ofFiles = { fields, uploads, quantization: uploads.quantization };
    expect(checkCreate(input({ ...ofFiles, baseLicenses: ["MIT"], quantize: "q8_0" }))).toEqual({
      ok: true,
      request: { model: "mine:latest", files, license: ["MIT"], quantize: "q8_0" },
    });
    expect(checkCreate(input({ uploads: null }))).toEqual({ ok: false, faults: [{ field: "files" }] });
  });

  it("has an adapter with the weights, or with the base that it is for", () => {
    const [files, adapters] = [{ "a.gguf": "sha256:1" }, { "lora.gguf": "sha256:2" }];
    const quantization = "";
    expect(checkCreate(input({ uploads: { files, adapters, quantization } }))).toEqual({
      ok: true,
      request: { model: "mine:latest", files, adapters },
    });
    expect(checkCreate(input({ uploads: { files: {}, adapters, quantization } }))).toEqual({
      ok: true,
      request: { model: "mine:latest", from: "llama3.2:latest", adapters },
    });
    expect(checkCreate(input({ fields: noFields, uploads: { files: {}, adapters, quantization } }))).toEqual({
      ok: false,
      faults: [{ field: "from", fault: "empty" }],
    });
  });

  it("is not made of what Ollama would refuse or store wrongly", () => {
    const fields = {
      ...noFields,
      parameters: { temperature: "NaN", num_ctx: "1.5", top_p: "2", use_mmap: "x" },
      requires: "soon",
    };
    expect(checkCreate(input({ name: "a b", fields, quantize: "q8_0" }))).toEqual({
      ok: false,
      faults: [
        { field: "name", fault: "spaces" },
        { field: "from", fault: "empty" },
        { field: "parameter", name: "temperature", fault: "number" },
        { field: "parameter", name: "num_ctx", fault: "integer" },
        { field: "parameter", name: "top_p", fault: "range" },
        { field: "parameter", name: "use_mmap", fault: "boolean" },
        { field: "requires" },
        { field: "quantize" },
      ],
    });
  });

  it("quantises weights that are not quantised", () => {
    expect(["F16", "BF16", "F32", "", "Q4_K_M", "MXFP4"].map(canQuantize)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("a parameter", () => {
  const read = (name: string, text: string) => {
    const reference = parameterOf(name);
    if (!reference) throw new Error(name);
    const result = readParameter(reference, text);
    return result.ok ? result.value : result.fault;
  };
  it.each([
    ["temperature", "0.7", 0.7],
    ["temperature", ".5", 0.5],
    ["temperature", "+1", 1],
    ["temperature", "0,7", "number"],
    ["temperature", "NaN", "number"],
    ["temperature", "Infinity", "number"],
    ["temperature", "1e999", "number"],
    ["temperature", "0x10", "number"],
    ["temperature", "", "number"],
    ["temperature", "-0.1", "range"],
    ["num_ctx", "1.048576e+06", 1_048_576],
    ["num_ctx", "0", "range"],
    ["num_ctx", "2147483648", "range"],
    ["num_predict", "-1", -1],
    ["num_predict", "\u22121", -1],
    ["num_predict", "-2", "range"],
    ["seed", "4294967295", 4_294_967_295],
    ["presence_penalty", "-2", -2],
    ["use_mmap", "true", true],
    ["use_mmap", "0", false],
    ["use_mmap", "yes", "boolean"],
  ])("%s %s", (name, text, expected) => expect(read(name, text)).toBe(expected));

  it("is what its name and nothing else says", () => {
    expect(parameterReference.map(({ name }) => parameterOf(name)?.name)).toEqual(
      parameterReference.map(({ name }) => name),
    );
    expect([parameterOf("Temperature"), parameterOf("toString")]).toEqual([undefined, undefined]);
  });
});

describe("what a create tells", () => {
  const steps = (...lines: Parameters<typeof reduceCreate>[1][]) =>
    lines.reduce<CreateSteps>(reduceCreate, []);
  it("is one step a thing, and never goes back", () => {
    const layer = { status: "pulling aa", digest: "sha256:aa", total: 10 };
    expect(
      steps(
        { status: "pulling manifest" },
        layer,
        { ...layer, completed: 8 },
        { ...layer, completed: 2 },
        { status: "writing manifest" },
        { status: "creating new layer sha256:bb" },
        { status: "writing manifest" },
      ),
    ).toEqual([
      { status: "pulling manifest" },
      { ...layer, completed: 8 },
      { status: "writing manifest" },
      { status: "creating new layer sha256:bb" },
      { status: "writing manifest" },
    ]);
  });
  it("changes nothing where nothing is new", () => {
    const before = steps({ status: "writing manifest" });
    expect(reduceCreate(before, { status: "writing manifest" })).toBe(before);
  });
});
