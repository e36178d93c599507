import type { CreateFields } from "./create-fields.ts";

/** Names of files that were uploaded, as FROM and ADAPTER have them. */
export type PrintedFiles = { readonly files: readonly string[]; readonly adapters: readonly string[] };

export const noPrintedFiles: PrintedFiles = { files: [], adapters: [] };

/**
 * The fields as a Modelfile that `parseModelfile` reads back to the same fields, comments first. Where they are made from files,
 * FROM names those. The one text that the grammar cannot hold is told by `unprintable`.
 */
export function printModelfile(
  fields: CreateFields,
  { files, adapters }: PrintedFiles = noPrintedFiles,
): string {
  const lines = fields.comments.map((comment) => `#${comment}`);
  const add = (word: string, value: string) => lines.push(`${word} ${quoted(value)}`);
  if (files.length > 0) for (const file of files) lines.push(`FROM ./${file}`);
  else lines.push(`FROM ${fields.from.trim()}`);
  for (const adapter of adapters) lines.push(`ADAPTER ./${adapter}`);
  if (fields.template !== "") add("TEMPLATE", fields.template);
  if (fields.system !== "") add("SYSTEM", fields.system);
  for (const [name, value] of Object.entries(fields.parameters)) add(`PARAMETER ${name}`, value.trim());
  for (const value of fields.stop) add("PARAMETER stop", value);
  if (fields.renderer !== "") add("RENDERER", fields.renderer);
  if (fields.parser !== "") add("PARSER", fields.parser);
  if (fields.requires !== "") add("REQUIRES", fields.requires);
  for (const value of fields.licenses) add("LICENSE", value);
  for (const { role, content } of fields.messages) add(`MESSAGE ${role}`, content);
  return `${lines.join("\n")}\n`;
}

/** Whether the grammar cannot hold a text: any quotation mark would end at a line of it that ends with three. */
export function isUnprintable(text: string): boolean {
  return /"""[^\S\n]*\n/.test(text);
}

function quoted(value: string): string {
  const isPlain = value !== "" && value.trim() === value && !/^"|[\r\n]/.test(value);
  return isPlain ? value : `"""${value}"""`;
}
