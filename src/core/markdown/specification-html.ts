import type { Definition, ListItem, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { parseMarkdown } from "./parse.ts";
import { plainText } from "./plain.ts";

/** The specifications' own HTML of a text, to compare with their examples; for tests alone. */
export function specHtml(source: string): string {
  const { placed } = parseMarkdown(source);
  const links = new Map<string, Definition>();
  for (const definition of placed.flatMap((item) => item.definitions)) {
    if (definition.type === "definition" && !links.has(definition.identifier)) {
      links.set(definition.identifier, definition);
    }
  }
  return new Writer(links).flow(placed.map((item) => item.node));
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => escapes[found] ?? found);
// Percent-encoding as the specification's own programs do it; what is encoded stays.
const encode = (url: string): string =>
  url.replaceAll(/%[\dA-Fa-f]{2}|[^\w\-.~:/?#@!$&'()*+,;=%]+|%/g, (found) =>
    /^%[\dA-Fa-f]{2}$/.test(found) ? found : encodeURIComponent(found),
  );
const href = (url: string): string => escape(encode(url));
const titleOf = (title: string | null | undefined): string => (title ? ` title="${escape(title)}"` : "");

class Writer {
  readonly links: ReadonlyMap<string, Definition>;

  constructor(links: ReadonlyMap<string, Definition>) {
    this.links = links;
  }

  flow(nodes: readonly RootContent[]): string {
    return nodes.map((node) => this.block(node)).join("");
  }

  block(node: RootContent): string {
    switch (node.type) {
      case "paragraph":
        return `<p>${this.inline(node.children)}</p>\n`;
      case "heading":
        return `<h${node.depth}>${this.inline(node.children)}</h${node.depth}>\n`;
      case "thematicBreak":
        return "<hr />\n";
      case "blockquote":
        return `<blockquote>\n${this.flow(node.children)}</blockquote>\n`;
      case "code": {
        const language = node.lang ? ` class="language-${escape(node.lang)}"` : "";
        const value = node.value === "" ? "" : `${node.value}\n`;
        return `<pre><code${language}>${escape(value)}</code></pre>\n`;
      }
      case "html":
        return `${node.value}\n`;
      case "list": {
        const start = node.ordered && node.start !== 1 ? ` start="${node.start}"` : "";
        const tag = node.ordered ? "ol" : "ul";
        const items = node.children.map((item) => this.item(item, node.spread !== true)).join("");
        return `<${tag}${start}>\n${items}</${tag}>\n`;
      }
      case "table":
        return this.table(node);
      case "definition":
        return "";
      default:
        return `<!-- ${node.type} -->\n`;
    }
  }

  item({ checked, children }: ListItem, isTight: boolean): string {
    const box = `<input ${checked ? 'checked="" ' : ""}disabled="" type="checkbox"> `;
    let html = "";
    for (const [index, child] of children.entries()) {
      const mark = index === 0 && typeof checked === "boolean" ? box : "";
      if (child.type === "definition") continue;
      if (child.type === "paragraph" && isTight) {
        html += `${html !== "" && !html.endsWith("\n") ? "\n" : ""}${mark}${this.inline(child.children)}`;
      } else html += `${html.endsWith("\n") ? "" : "\n"}${this.block(child)}`;
    }
    return `<li>${html}</li>\n`;
  }

  table({ align, children }: Table): string {
    const [head, ...rows] = children;
    const row = (cells: readonly Nodes[], tag: string) =>
      `<tr>\n${cells
        .map((cell, index) => {
          const side = align?.[index] ? ` align="${align[index]}"` : "";
          const words = cell.type === "tableCell" ? this.inline(cell.children) : "";
          return `<${tag}${side}>${words}</${tag}>\n`;
        })
        .join("")}</tr>\n`;
    const body = rows.map((cells) => row(cells.children, "td")).join("");
    const tbody = body === "" ? "" : `<tbody>\n${body}</tbody>\n`;
    return `<table>\n<thead>\n${row(head?.children ?? [], "th")}</thead>\n${tbody}</table>\n`;
  }

  inline(nodes: readonly PhrasingContent[]): string {
    return nodes.map((node) => this.phrase(node)).join("");
  }

  phrase(node: PhrasingContent): string {
    switch (node.type) {
      case "text":
        return escape(node.value);
      case "html":
        return node.value;
      case "inlineCode":
        return `<code>${escape(node.value)}</code>`;
      case "break":
        return "<br />\n";
      case "emphasis":
        return `<em>${this.inline(node.children)}</em>`;
      case "strong":
        return `<strong>${this.inline(node.children)}</strong>`;
      case "delete":
        return `<del>${this.inline(node.children)}</del>`;
      case "link":
        return `<a href="${href(node.url)}"${titleOf(node.title)}>${this.inline(node.children)}</a>`;
      case "linkReference": {
        const found = this.links.get(node.identifier);
        return `<a href="${href(found?.url ?? "")}"${titleOf(found?.title)}>${this.inline(node.children)}</a>`;
      }
      case "image":
        return `<img src="${href(node.url)}" alt="${escape(node.alt ?? "")}"${titleOf(node.title)} />`;
      case "imageReference": {
        const found = this.links.get(node.identifier);
        return `<img src="${href(found?.url ?? "")}" alt="${escape(node.alt ?? "")}"${titleOf(found?.title)} />`;
      }
      default:
        return plainText([node]);
    }
  }
}
