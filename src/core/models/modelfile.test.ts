import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CreateFields, noFields } from "./create-fields.ts";
import { parseModelfile } from "./modelfile.ts";
import { isUnprintable, printModelfile } from "./modelfile-print.ts";

const fieldsOf = (text: string, base?: string): Partial<CreateFields> => {
  const { fields, faults } = parseModelfile(text, { base });
  expect(faults).toEqual([]);
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== noFields[name as keyof CreateFields]),
  );
};
const faultsOf = (text: string) => parseModelfile(text).faults;

// The texts are those of parser/parser_test.go of Ollama, or after them.
describe("a Modelfile", () => {
  it("is read as Ollama reads it", () => {
    const text = `
# a comment
FROM model1
LICENSE MIT
license """
Apache
"""
PARAMETER temperature 0.7
PARAMETER num_ctx 4096
PARAMETER use_mmap false
PARAMETER stop "<|a|>"
PARAMETER stop b c
TEMPLATE """{{ .Prompt }}
"quoted" {{ .Response }}"""
System You are a file.
MESSAGE system You are a file parser. Always parse things.
Message user Hey there!
MESSAGE assistant """Hello, I want to parse
all the things!"""
REQUIRES v0.14.0
RENDERER qwen3-coder
PARSER qwen3-coder
`;
    expect(fieldsOf(text)).toEqual({
      from: "model1",
      comments: [" a comment"],
      licenses: ["MIT", "\nApache\n"],
      parameters: { temperature: "0.7", num_ctx: "4096", use_mmap: "false" },
      stop: ["<|a|>", "b c"],
      template: '{{ .Prompt }}\n"quoted" {{ .Response }}',
      system: "You are a file.",
      messages: [
        { role: "system", content: "You are a file parser. Always parse things." },
        { role: "user", content: "Hey there!" },
        { role: "assistant", content: "Hello, I want to parse\nall the things!" },
      ],
      requires: "0.14.0",
      renderer: "qwen3-coder",
      parser: "qwen3-coder",
    });
  });

  it.each([
    ['FROM foo\nSYSTEM """This is a\nmultiline system."""', "This is a\nmultiline system."],
    ['FROM foo\nSYSTEM """\nThis is a\nmultiline system.\n"""', "\nThis is a\nmultiline system.\n"],
    [
      'FROM foo\nSYSTEM """This is a multiline system with "quotes"."""',
      'This is a multiline system with "quotes".',
    ],
    ['FROM foo\nSYSTEM """"""', ""],
    ['FROM foo\nSYSTEM ""', ""],
    ["FROM foo\nSYSTEM ", ""],
    ['FROM foo\nSYSTEM "', undefined],
    ['FROM foo\nSYSTEM """no end', undefined],
    ['FROM foo\nSYSTEM """no end"', undefined],
    ['FROM foo\nSYSTEM """no end""', undefined],
    ['FROM foo\nSYSTEM """""x""', undefined],
    ["FROM foo\nSYSTEM two\nlines", undefined],
    ['FROM foo\nSYSTEM "two\nlines"', "two\nlines"],
    ['FROM foo\nSYSTEM a "quoted" word', 'a "quoted" word'],
    ["FROM foo\n  SYSTEM \t spaces around \t ", "spaces around"],
    ["\uFEFFFROM foo\r\nSYSTEM one\r\n", "one"],
    ["FROM foo\nSYSTEM # no comment", "# no comment"],
    ['FROM foo\nSYSTEM """a"""  ', "a"],
  ])("the system prompt of %j", (text, system) => {
    const { fields, faults } = parseModelfile(text);
    expect(faults.length > 0 ? undefined : fields.system).toBe(system);
  });

  it("tells what is wrong with its line and column", () => {
    expect(
      faultsOf(
        [
          "FROM llama3.2",
          "SYSTM You are",
          "  PARAMETER temperature hot",
          "PARAMETER top_p 1.5",
          "PARAMETER num_ctx 2.5",
          "PARAMETER use_mmap maybe",
          "PARAMETER Temperature 1",
          "PARAMETER temperature",
          "MESSAGE tool hi",
          "FROM ../there",
          "FROM other",
          "ADAPTER ./lora.gguf",
          "REQUIRES soon",
          "LICENSE",
          'TEMPLATE """never',
          "ends",
        ].join("\n"),
      ),
    ).toEqual([
      { line: 2, column: 1, kind: "unknown-instruction", word: "SYSTM" },
      { line: 3, column: 13, kind: "parameter", name: "temperature", typed: "hot", fault: "number" },
      { line: 4, column: 11, kind: "parameter", name: "top_p", typed: "1.5", fault: "range" },
      { line: 5, column: 11, kind: "parameter", name: "num_ctx", typed: "2.5", fault: "integer" },
      { line: 6, column: 11, kind: "parameter", name: "use_mmap", typed: "maybe", fault: "boolean" },
      { line: 7, column: 11, kind: "unknown-parameter", name: "Temperature" },
      { line: 8, column: 11, kind: "no-value", word: "parameter" },
      { line: 9, column: 9, kind: "role", role: "tool" },
      { line: 10, column: 6, kind: "path", path: "../there" },
      { line: 11, column: 6, kind: "second-from", name: "other" },
      { line: 12, column: 9, kind: "file", word: "adapter" },
      { line: 13, column: 10, kind: "requires", typed: "soon" },
      { line: 14, column: 8, kind: "no-value", word: "license" },
      { line: 15, column: 10, kind: "unterminated", word: "template", quote: '"""' },
    ]);
  });

  it("counts lines after texts of several, and tells a run of lost lines once", () => {
    expect(faultsOf('FROM a\nSYSTEM """x\ny\nz"""\nWHAT is\nthis then\n\nAND this')).toEqual([
      { line: 5, column: 1, kind: "unknown-instruction", word: "WHAT" },
      { line: 8, column: 1, kind: "unknown-instruction", word: "AND" },
    ]);
  });

  it("needs a FROM with a name", () => {
    expect(faultsOf("SYSTEM x")).toEqual([{ line: 1, column: 1, kind: "missing-from" }]);
    expect(faultsOf("")).toEqual([{ line: 1, column: 1, kind: "missing-from" }]);
    expect(faultsOf("# x\nFROM ")).toEqual([{ line: 2, column: 6, kind: "no-value", word: "from" }]);
    expect(faultsOf("FROM a b")).toEqual([
      { line: 1, column: 6, kind: "name", name: "a b", fault: "spaces" },
    ]);
    expect(faultsOf("FROM ./model.gguf")).toMatchObject([{ line: 1, kind: "path" }]);
    expect(parseModelfile("FROM ./model.gguf", { hasFiles: true }).faults).toEqual([]);
  });

  const blob = `/usr/share/ollama/.ollama/models/blobs/sha256-${"ab".repeat(32)}`;
  it("of /api/show means the model that it came from", () => {
    const shown = `# Modelfile generated by "ollama show"\n# To build a new Modelfile based on this, replace FROM with:\n# FROM llava:7b\n\nFROM ${blob}\nFROM ${blob}\nADAPTER ${blob}\n`;
    const { fields, faults, notes } = parseModelfile(shown, { base: "other" });
    expect(faults).toEqual([]);
    expect(fields.from).toBe("llava:7b");
    expect(notes).toEqual([
      { line: 5, column: 6, kind: "replaced", base: "llava:7b" },
      { line: 7, column: 9, kind: "comes-along", word: "adapter" },
    ]);
    expect(parseModelfile(`FROM ${blob}`, { base: "x:1b" }).fields.from).toBe("x:1b");
    expect(faultsOf(`FROM ${blob}`)).toMatchObject([{ kind: "path" }]);
  });

  it("says what it does not take over", () => {
    expect(
      parseModelfile("FROM a\nPARAMETER mirostat 1\nPARAMETER seed 1\nPARAMETER seed 2\nSYSTEM a\nSYSTEM b"),
    ).toMatchObject({
      faults: [],
      fields: { parameters: { seed: "2" }, system: "b" },
      notes: [
        { line: 2, kind: "deprecated", name: "mirostat" },
        { line: 4, kind: "repeated", word: "seed" },
        { line: 6, kind: "repeated", word: "system" },
      ],
    });
  });

  const anyText = fc
    .oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', " ", "\n", "a", "#", "\t", "FROM ", "\u00A0", "😀") }),
    )
    .filter((text) => !isUnprintable(text));
  const anyLine = fc.string({ unit: fc.constantFrom('"', " ", "a", "#", "FROM") });
  const anyFields: fc.Arbitrary<CreateFields> = fc.record({
    from: fc.constantFrom("llama3.2", "hf.co/u/R:Q4", "x"),
    system: anyText,
    template: anyText,
    parameters: fc.dictionary(fc.constantFrom("temperature", "top_p"), fc.constantFrom("0.5", "1", "0")),
    stop: fc.array(anyText),
    messages: fc.array(fc.record({ role: fc.constantFrom("system", "user", "assistant"), content: anyText })),
    licenses: fc.array(anyText),
    renderer: fc.constantFrom("", "qwen3"),
    parser: fc.constantFrom("", "qwen3"),
    requires: fc.constantFrom("", "0.14.0"),
    comments: fc.array(anyLine),
  });

  it("that was printed reads as the same fields", () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const { fields: read, faults } = parseModelfile(printModelfile(fields));
        expect(faults).toEqual([]);
        expect(read).toEqual(fields);
      }),
    );
  });

  it("of any kind, read, printed and read again, is the same", () => {
    const piece = fc.constantFrom(
      "FROM a",
      "SYSTEM ",
      'SYSTEM """',
      '"""',
      '"',
      "\n",
      "MESSAGE user ",
      "PARAMETER stop ",
      "PARAMETER seed 1",
      "LICENSE x",
      "# c",
      " ",
      "word",
      "\r\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { fields, faults } = parseModelfile(pieces.join(""));
        fc.pre(faults.length === 0);
        const again = parseModelfile(printModelfile(fields));
        expect(again).toMatchObject({ fields, faults: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it("of ten megabytes is read in no time", () => {
    const system = '"line" of text\n'.repeat(700_000);
    const text = printModelfile({ ...noFields, from: "a", system });
    expect(parseModelfile(text).fields.system).toBe(system);
  });
});
