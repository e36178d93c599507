import * as v from "valibot";
import { type CreateFields, messageRoles, noFields } from "./create-fields.ts";
import { type ParsedModelfile, parseModelfile } from "./modelfile.ts";
import { noPrintedFiles, type PrintedFiles, printModelfile } from "./modelfile-print.ts";

/** A model to be made, as it stands on the page: the form and the Modelfile say the same, and `view` which one is being written. */
export type CreateDraft = {
  readonly name: string;
  readonly view: "form" | "text";
  readonly source: "model" | "files";
  readonly fields: CreateFields;
  /** The Modelfile as it was last written. */
  readonly text: string;
  /** Empty for none. */
  readonly quantize: string;
};

export function emptyDraft(base: string): CreateDraft {
  return {
    name: "",
    view: "form",
    source: "model",
    fields: { ...noFields, from: base },
    text: "",
    quantize: "",
  };
}

const text = v.fallback(v.string(), "");
const texts = v.fallback(v.array(v.string()), []);
const stored = v.object({
  name: text,
  view: v.fallback(v.picklist(["form", "text"]), "form"),
  source: v.fallback(v.picklist(["model", "files"]), "model"),
  text,
  quantize: text,
  fields: v.object({
    from: text,
    system: text,
    template: text,
    parameters: v.fallback(v.record(v.string(), v.string()), {}),
    stop: texts,
    messages: v.fallback(v.array(v.object({ role: v.picklist(messageRoles), content: v.string() })), []),
    licenses: texts,
    renderer: text,
    parser: text,
    requires: text,
    comments: texts,
  }),
});

/** A draft as it was kept (its JSON); undefined for something else. */
export function storedDraft(json: string): CreateDraft | undefined {
  try {
    const parsed = v.safeParse(stored, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The Modelfile of a draft, read; `base` is the model that the page began from, `files` are those on the server. */
export function readDraftText(draft: CreateDraft, base: string, files: PrintedFiles): ParsedModelfile {
  const isOfFiles = draft.source === "files";
  const read = parseModelfile(draft.text, {
    base: base || draft.fields.from,
    hasFiles: isOfFiles && !isAdapterAlone(files),
    hasAdapters: isOfFiles && files.adapters.length > 0,
  });
  const { from } = read.fields;
  if (!read.usesFiles || from === "" || files.files.length === 0) return read;
  // With ADAPTER the files are kept, and some of them are weights.
  return { ...read, faults: [...read.faults, { line: 1, column: 1, kind: "second-from", name: from }] };
}

/** An adapter goes onto a base. */
function isAdapterAlone({ files, adapters }: PrintedFiles): boolean {
  return files.length === 0 && adapters.length > 0;
}

/** The draft shown as a Modelfile: the text as it was written where it still says what the form says. `files` are those on the server. */
export function asText(draft: CreateDraft, base: string, files: PrintedFiles): CreateDraft {
  const read = taken(draft, readDraftText(draft, base, files));
  const isSame = draft.text !== "" && read?.source === draft.source && same(read.fields, draft.fields);
  return { ...draft, view: "text", text: isSame ? draft.text : printed(draft, files) };
}

/** The draft shown as a form; undefined while its Modelfile has faults, unless nothing was changed there. */
export function asForm(draft: CreateDraft, base: string, files: PrintedFiles): CreateDraft | undefined {
  const meant = meantDraft(draft, base, files);
  return meant && { ...meant, view: "form" };
}

/** The draft with the fields of the view that is being written; undefined where that is a Modelfile with faults. */
export function meantDraft(draft: CreateDraft, base: string, files: PrintedFiles): CreateDraft | undefined {
  if (draft.view === "form" || draft.text === printed(draft, files)) return draft;
  return taken(draft, readDraftText(draft, base, files));
}

/** The draft made from files that were dropped, in either view; a Modelfile with faults is left as it is. */
export function fromFiles(draft: CreateDraft, base: string): CreateDraft {
  const meant = meantDraft(draft, base, noPrintedFiles);
  const made: CreateDraft = { ...(meant ?? draft), source: "files" };
  return draft.view === "form" || !meant ? made : asText(made, base, noPrintedFiles);
}

/** The draft after files came or went: a Modelfile that nobody changed since it was printed names those that are there now. */
export function followFiles(draft: CreateDraft, before: PrintedFiles, after: PrintedFiles): CreateDraft {
  const isAsPrinted =
    draft.view === "text" && draft.source === "files" && draft.text === printed(draft, before);
  return isAsPrinted ? { ...draft, text: printed(draft, after) } : draft;
}

/** FROM says what it is made of: a name means a model, a path the files that were chosen; ADAPTER means files beside a name. */
function taken(draft: CreateDraft, { fields, faults, usesFiles }: ParsedModelfile): CreateDraft | undefined {
  if (faults.length > 0) return undefined;
  const from = fields.from || draft.fields.from;
  const source = fields.from === "" || usesFiles ? "files" : "model";
  return { ...draft, fields: { ...fields, from }, source };
}

function printed({ fields, source }: CreateDraft, files: PrintedFiles): string {
  if (source === "model") return printModelfile(fields);
  const isKnown = files.files.length > 0 || isAdapterAlone(files);
  return printModelfile(fields, isKnown ? files : { ...files, files: ["model.gguf"] });
}

function same(one: CreateFields, other: CreateFields): boolean {
  return JSON.stringify(one) === JSON.stringify({ ...other, from: other.from.trim() });
}
