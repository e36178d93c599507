import { type CreateFields, type CreateMessage, messageRoles, noFields } from "./create-fields.ts";
import { readParameter } from "./create-parameter.ts";
import type { ModelfileFault, ModelfileNote } from "./modelfile-fault.ts";
import { type Instruction, scanModelfile } from "./modelfile-scan.ts";
import { parseModelName } from "./name.ts";
import { parameterOf } from "./parameter-reference.ts";

export type ModelfileContext = {
  /** The model that the text came from, for the paths that `/api/show` gives in place of its name. */
  readonly base?: string | undefined;
  /** Weights are chosen as files, which FROM with a path then means. */
  readonly hasFiles?: boolean;
  /** Adapters are on the server, which ADAPTER then means. */
  readonly hasAdapters?: boolean;
};

export type ParsedModelfile = {
  /** What could be read; all of it where there are no faults. */
  readonly fields: CreateFields;
  readonly faults: readonly ModelfileFault[];
  readonly notes: readonly ModelfileNote[];
  /** FROM or ADAPTER mean files that were chosen. */
  readonly usesFiles: boolean;
};

/** Ollama takes these with a warning, and leaves them out (parser.go, deprecatedParameters). */
const deprecated = new Set([
  "penalize_newline",
  "low_vram",
  "f16_kv",
  "logits_all",
  "vocab_only",
  "use_mlock",
  "mirostat",
  "mirostat_tau",
  "mirostat_eta",
]);

/**
 * A Modelfile's text as the fields of `/api/create`, after Ollama's grammar, with what is wrong and where. `FROM` a path of the
 * server's own (`…/blobs/sha256-…`) becomes the model that the text says in its comments that it was made from, else `base`.
 */
export function parseModelfile(text: string, context: ModelfileContext = {}): ParsedModelfile {
  const scan = scanModelfile(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const state: Reading = {
    base: baseInComments(scan.comments) ?? context.base ?? "",
    hasFiles: context.hasFiles ?? false,
    hasAdapters: context.hasAdapters ?? false,
    usesFiles: false,
    fields: { ...noFields, comments: scan.comments },
    faults: [...scan.faults],
    notes: [],
    seen: new Set(),
  };
  for (const instruction of scan.instructions) take(state, instruction);
  const triedFrom = state.faults.some((fault) => fault.kind === "no-value" && fault.word === "from");
  if (!state.seen.has("from") && !triedFrom && !state.hasFiles)
    state.faults.push({ line: 1, column: 1, kind: "missing-from" });
  state.faults.sort((one, other) => one.line - other.line || one.column - other.column);
  return { fields: state.fields, faults: state.faults, notes: state.notes, usesFiles: state.usesFiles };
}

type Reading = {
  readonly base: string;
  readonly hasFiles: boolean;
  readonly hasAdapters: boolean;
  usesFiles: boolean;
  fields: CreateFields;
  readonly faults: ModelfileFault[];
  readonly notes: ModelfileNote[];
  readonly seen: Set<string>;
};

function take(state: Reading, instruction: Instruction): void {
  const { word, argument, value, line, column } = instruction;
  const at = { line, column };
  switch (word) {
    case "from":
      return takeFrom(state, instruction);
    case "parameter":
      return takeParameter(state, instruction);
    case "adapter":
    case "draft":
      if (isBlobPath(value) && state.base !== "") state.notes.push({ ...at, kind: "comes-along", word });
      else if (word === "adapter" && state.hasAdapters) takeFile(state, instruction);
      else state.faults.push({ ...at, kind: "file", word });
      return;
    case "license":
      state.fields = { ...state.fields, licenses: [...state.fields.licenses, value] };
      return;
    case "message": {
      const role = messageRoles.find((known) => known === argument);
      if (role === undefined) state.faults.push({ ...at, kind: "role", role: argument });
      else append(state, { role, content: value });
      return;
    }
    case "requires":
      if (!/^v?\d+(?:\.\d+){0,2}(?:[-+][\w.+-]+)?$/.test(value))
        state.faults.push({ ...at, kind: "requires", typed: value });
      once(state, word, at);
      state.fields = { ...state.fields, requires: value.replace(/^v/, "") };
      return;
    case "system":
    case "template":
    case "renderer":
    case "parser":
      once(state, word, at);
      state.fields = { ...state.fields, [word]: value };
  }
}

function append(state: Reading, message: CreateMessage): void {
  state.fields = { ...state.fields, messages: [...state.fields.messages, message] };
}

/** Remarks on what stood there before: only the last counts. */
function once(state: Reading, word: string, at: { readonly line: number; readonly column: number }): void {
  if (state.seen.has(word)) state.notes.push({ ...at, kind: "repeated", word });
  state.seen.add(word);
}

function takeFrom(state: Reading, { value, line, column }: Instruction): void {
  const at = { line, column };
  const isFirst = !state.seen.has("from");
  state.seen.add("from");
  if (value === "") state.faults.push({ ...at, kind: "no-value", word: "from" });
  else if (isBlobPath(value) && state.base !== "") {
    // A model that sees images has a second one, of its projector.
    if (isFirst) state.notes.push({ ...at, kind: "replaced", base: state.base });
    if (isFirst) state.fields = { ...state.fields, from: state.base };
  } else if (isPath(value)) {
    if (state.hasFiles) takeFile(state, { value, line, column });
    else state.faults.push({ ...at, kind: "path", path: value });
  } else if (!isFirst && state.fields.from !== value) {
    state.faults.push({ ...at, kind: "second-from", name: value });
  } else {
    const name = parseModelName(value);
    if (!name.ok) state.faults.push({ ...at, kind: "name", name: value, fault: name.reason });
    state.fields = { ...state.fields, from: value };
  }
}

function takeFile(state: Reading, { value, ...at }: Pick<Instruction, "value" | "line" | "column">): void {
  state.notes.push({ line: at.line, column: at.column, kind: "files", path: value });
  state.usesFiles = true;
}

function takeParameter(state: Reading, { argument: name, value, line, column }: Instruction): void {
  const at = { line, column };
  const reference = parameterOf(name);
  if (!reference) {
    if (deprecated.has(name)) state.notes.push({ ...at, kind: "deprecated", name });
    else state.faults.push({ ...at, kind: "unknown-parameter", name });
    return;
  }
  if (reference.kind === "strings") {
    state.fields = { ...state.fields, stop: [...state.fields.stop, value] };
    return;
  }
  const read = readParameter(reference, value);
  if (!read.ok) state.faults.push({ ...at, kind: "parameter", name, typed: value, fault: read.fault });
  once(state, name, at);
  state.fields = { ...state.fields, parameters: { ...state.fields.parameters, [name]: value } };
}

/** The name in `# FROM <name>`, which `/api/show` writes above what it makes up (server/routes.go). */
function baseInComments(comments: readonly string[]): string | undefined {
  const at = comments.findIndex((comment) => /replace FROM with/i.test(comment));
  return /^\s*FROM\s+(\S+)\s*$/i.exec(comments[at + 1] ?? "")?.[1];
}

function isBlobPath(value: string): boolean {
  return /(?:^|[/\\])sha256[-:][0-9a-f]{64}$/i.test(value);
}

function isPath(value: string): boolean {
  return (
    isBlobPath(value) || /^(?:[./~\\]|[a-z]:[/\\])/i.test(value) || /\.(?:gguf|safetensors|bin)$/i.test(value)
  );
}
