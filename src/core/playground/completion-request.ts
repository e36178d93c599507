import { type ParameterFault, readParameter } from "#src/core/models/create-parameter.ts";
import { keepAliveOf } from "#src/core/models/keep-alive.ts";
import { type ParameterName, parameterReference } from "#src/core/models/parameter-reference.ts";
import type { JsonRecord } from "#src/core/stream/json.ts";
import type { CompletionForm, ThinkChoice } from "./completion-form.ts";
import { checkSchema, type SchemaFault } from "./schema-fault.ts";
import { stopFault, stopsOf } from "./stop-texts.ts";

/** What is wrong in a form, by field; none where it can be sent. */
export type CompletionFaults = {
  readonly model?: true;
  readonly schema?: SchemaFault;
  readonly keepAlive?: true;
  /** `stop` has the number of the faulty line, from 1. */
  readonly options: Readonly<Partial<Record<ParameterName, ParameterFault | number>>>;
};

/** Why a field does not count. Absent: it does. */
export type Unused = {
  readonly suffix?: "raw" | "insert";
  readonly system?: "raw";
  readonly template?: "raw";
  readonly images?: "vision";
  readonly think?: "thinking";
};

/** `undefined` capabilities are unknown ones: then the server decides. */
export function unusedFields(isRaw: boolean, capabilities: readonly string[] | undefined): Unused {
  const lacks = (ability: string) => capabilities !== undefined && !capabilities.includes(ability);
  return {
    // Raw prompts go through no template, and the template is what places a suffix.
    ...(isRaw ? ({ suffix: "raw", system: "raw", template: "raw" } as const) : {}),
    ...(!isRaw && lacks("insert") ? ({ suffix: "insert" } as const) : {}),
    ...(lacks("vision") ? ({ images: "vision" } as const) : {}),
    ...(lacks("thinking") ? ({ think: "thinking" } as const) : {}),
  };
}

export function completionFaults(form: CompletionForm): CompletionFaults {
  const schema = form.format === "schema" ? checkSchema(form.schema) : undefined;
  const options: Partial<Record<ParameterName, ParameterFault | number>> = {};
  for (const reference of parameterReference) {
    const typed = form.options[reference.name] ?? "";
    if (typed.trim() === "") continue;
    if (reference.kind === "strings") {
      const line = stopFault(typed);
      if (line !== undefined) options[reference.name] = line;
      continue;
    }
    const read = readParameter(reference, typed);
    if (!read.ok) options[reference.name] = read.fault;
  }
  return {
    ...(form.model === "" ? { model: true as const } : {}),
    ...(schema && !schema.ok ? { schema: schema.fault } : {}),
    ...(keepAliveOf(form.keepAlive) === null ? { keepAlive: true as const } : {}),
    options,
  };
}

export function countFaults({ options, ...others }: CompletionFaults): number {
  return Object.keys(others).length + Object.keys(options).length;
}

/** The body of `/api/generate` for a form without faults: what was left empty, or does not count, is not in it. */
export function completionBody(
  form: CompletionForm,
  capabilities: readonly string[] | undefined,
): JsonRecord {
  const unused = unusedFields(form.raw, capabilities);
  const given = (text: string, reason: string | undefined) => (reason || text === "" ? undefined : text);
  const keepAlive = keepAliveOf(form.keepAlive);
  const body = {
    model: form.model,
    prompt: form.prompt,
    suffix: given(form.suffix, unused.suffix),
    system: given(form.system, unused.system),
    template: given(form.template, unused.template),
    raw: form.raw ? true : undefined,
    images: unused.images || form.images.length === 0 ? undefined : form.images.map(({ base64 }) => base64),
    format: formatOf(form),
    think: unused.think ? undefined : thinkOf(form.think),
    keep_alive: keepAlive ?? undefined,
    options: optionsOf(form),
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function formatOf({ format, schema }: CompletionForm): "json" | object | undefined {
  if (format === "json") return "json";
  if (format === "text") return undefined;
  const checked = checkSchema(schema);
  return checked.ok ? checked.schema : undefined;
}

function thinkOf(choice: ThinkChoice): boolean | string | undefined {
  if (choice === "on" || choice === "off") return choice === "on";
  return choice === "" ? undefined : choice;
}

function optionsOf({ options }: CompletionForm): JsonRecord | undefined {
  const values: (readonly [string, unknown])[] = [];
  for (const reference of parameterReference) {
    const typed = options[reference.name] ?? "";
    if (typed.trim() === "") continue;
    if (reference.kind === "strings") {
      values.push([reference.name, stopsOf(typed)]);
      continue;
    }
    const read = readParameter(reference, typed);
    if (read.ok) values.push([reference.name, read.value]);
  }
  return values.length === 0 ? undefined : Object.fromEntries(values);
}
