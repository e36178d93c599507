import type { CreateFields, CreateMessage } from "./create-fields.ts";
import { type ParameterFault, readParameter } from "./create-parameter.ts";
import { type NameFault, parseModelName } from "./name.ts";
import { parameterOf } from "./parameter-reference.ts";

/** Uploaded files: digests (`sha256:…`) by file name. */
type CreateFiles = Readonly<Record<string, string>>;

/** What was uploaded, by what it is. */
export type CreateUploads = {
  /** The weights of a model, with its projector. */
  readonly files: CreateFiles;
  readonly adapters: CreateFiles;
  /** Of the weights, as `Q4_K_M`; empty where unknown. */
  readonly quantization: string;
};

/** The body of `/api/create`. Only what was set is in it: everything else is the base's. */
export type CreateRequest = {
  readonly model: string;
  readonly from?: string;
  readonly files?: CreateFiles;
  readonly adapters?: CreateFiles;
  readonly system?: string;
  readonly template?: string;
  readonly parameters?: Readonly<Record<string, number | boolean | string | readonly string[]>>;
  readonly messages?: readonly CreateMessage[];
  readonly license?: readonly string[];
  readonly renderer?: string;
  readonly parser?: string;
  readonly requires?: string;
  readonly quantize?: string;
};

/** What is wrong with one field. */
export type CreateFault =
  | { readonly field: "name" | "from"; readonly fault: NameFault }
  | { readonly field: "files" | "requires" | "quantize" }
  | { readonly field: "parameter"; readonly name: string; readonly fault: ParameterFault };

export type CreateInput = {
  readonly name: string;
  readonly fields: CreateFields;
  /** `null` while files are meant and not all on the server yet; absent where a model is meant. */
  readonly uploads?: CreateUploads | null;
  /** Empty for none. */
  readonly quantize: string;
  /** The base's, or that of the weights, as `Q4_K_M`; empty where unknown. */
  readonly quantization: string;
  /** Those of the base; none where unknown. */
  readonly baseLicenses: readonly string[];
};

export type CheckedCreate =
  | { readonly ok: true; readonly request: CreateRequest }
  | { readonly ok: false; readonly faults: readonly CreateFault[] };

/** The kinds that Ollama makes (its refusal of others names them), the usual first. */
export const quantizations = ["q4_K_M", "q4_K_S", "q8_0", "f16"] as const;

/** Whether Ollama quantises a model of such weights; an unknown quantisation is for the server to judge. */
export function canQuantize(quantization: string): boolean {
  return quantization === "" || /^(?:bf16|f16|f32)$/i.test(quantization);
}

/** Whether there has to be a base: adapters alone are no model, and go onto one. */
export function needsBase(uploads: CreateUploads | null | undefined): boolean {
  if (!uploads) return uploads === undefined;
  return !hasAny(uploads.files) && hasAny(uploads.adapters);
}

/** The body of `/api/create` with its exact JSON types, or what is wrong with each field. */
export function checkCreate(input: CreateInput): CheckedCreate {
  const { fields, uploads, quantize } = input;
  const isFromBase = needsBase(uploads);
  const faults: CreateFault[] = [];
  const name = parseModelName(input.name);
  if (!name.ok) faults.push({ field: "name", fault: name.reason });
  const from = parseModelName(fields.from);
  if (isFromBase && !from.ok) faults.push({ field: "from", fault: from.reason });
  if (uploads === null) faults.push({ field: "files" });
  const parameters = checkParameters(fields, faults);
  if (fields.requires !== "" && !/^v?\d+(?:\.\d+){0,2}(?:[-+][\w.+-]+)?$/.test(fields.requires.trim()))
    faults.push({ field: "requires" });
  if (quantize !== "" && !canQuantize(input.quantization)) faults.push({ field: "quantize" });
  if (!name.ok || faults.length > 0) return { ok: false, faults };
  const messages = fields.messages.filter(({ content }) => content !== "");
  // Ollama adds a licence to those of the base, also one that is there already.
  const known = new Set(isFromBase ? input.baseLicenses : []);
  const isNew = (text: string) => text !== "" && !known.has(text);
  const license = fields.licenses.filter(isNew);
  const texts = {
    system: fields.system,
    template: fields.template,
    renderer: fields.renderer.trim(),
    parser: fields.parser.trim(),
    requires: fields.requires.trim().replace(/^v/, ""),
    quantize,
  };
  return {
    ok: true,
    request: {
      model: name.name,
      ...(isFromBase ? from.ok && { from: from.name } : uploads && { files: uploads.files }),
      ...(uploads && hasAny(uploads.adapters) && { adapters: uploads.adapters }),
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")),
      ...(Object.keys(parameters).length > 0 && { parameters }),
      ...(messages.length > 0 && { messages }),
      ...(license.length > 0 && { license }),
    },
  };
}

function hasAny(files: CreateFiles): boolean {
  return Object.keys(files).length > 0;
}

function checkParameters(
  { parameters, stop }: CreateFields,
  faults: CreateFault[],
): NonNullable<CreateRequest["parameters"]> {
  const values = Object.entries(parameters).flatMap(([name, typed]) => {
    const reference = parameterOf(name);
    if (!reference || typed.trim() === "") return [];
    const read = readParameter(reference, typed);
    if (read.ok) return [[name, read.value] as const];
    faults.push({ field: "parameter", name, fault: read.fault });
    return [];
  });
  const sequences = stop.filter((sequence) => sequence !== "");
  return { ...Object.fromEntries(values), ...(sequences.length > 0 && { stop: sequences }) };
}
