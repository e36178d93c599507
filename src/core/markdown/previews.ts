import type { Nodes } from "mdast";
import { parseMarkdown } from "./parse.ts";

export type PreviewKind = "html" | "svg" | "js";

/** A block of code that a browser can run or show. */
export interface Artefact {
  readonly kind: PreviewKind;
  readonly source: string;
}

const kinds: Readonly<Record<string, PreviewKind>> = {
  html: "html",
  htm: "html",
  xhtml: "html",
  svg: "svg",
  js: "js",
  javascript: "js",
  mjs: "js",
};

/** What a block of this language can be previewed as. XML is, where it is an SVG picture. */
export function previewKind(language: string | null | undefined, source: string): PreviewKind | undefined {
  const name = language?.toLowerCase() ?? "";
  if (name === "xml") return /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/i.test(source) ? "svg" : undefined;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return kind === "html" && /^\s*<svg[\s>][\s\S]*<\/svg>\s*$/i.test(source) ? "svg" : kind;
}

const fences = /^[ \t>]*(`{3,}|~{3,})/gm;

/** Where a fence that is still open begins; the length of the text where none is. */
function openFenceStart(text: string): number {
  let open: { readonly mark: string; readonly start: number } | undefined;
  for (const { 1: mark = "", index } of text.matchAll(fences)) {
    if (open === undefined) open = { mark, start: index };
    else if (mark.startsWith(open.mark)) open = undefined;
  }
  return open?.start ?? text.length;
}

/** What can be previewed in a text, in its order; of one that is `growing`, what is complete. */
export function artefactsIn(text: string, growing: boolean): readonly Artefact[] {
  const found: Artefact[] = [];
  if (!/(`{3}|~{3})/.test(text)) return found;
  const visit = (node: Nodes): void => {
    if (node.type === "code") {
      const kind = previewKind(node.lang, node.value);
      if (kind) found.push({ kind, source: node.value });
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  const complete = growing ? text.slice(0, openFenceStart(text)) : text;
  for (const { node } of parseMarkdown(complete, new Set()).placed) visit(node);
  return found;
}
