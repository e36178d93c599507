import type { Definition, List, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { directionOf } from "./direction.ts";
import { plainText } from "./plain.ts";

export interface HtmlOptions {
  /** Addresses of link references, by identifier. */
  readonly addresses: ReadonlyMap<string, Pick<Definition, "url">>;
  /** A formula as a `math` element; without it, and where it gives nothing, a formula is its TeX. */
  readonly mathml?: ((tex: string, isDisplay: boolean) => string | undefined) | undefined;
  /** Whether words may make a reader believe that an address is another. Such a link is none, and its address is written out. */
  readonly isDoubtful?: (words: string, url: string) => boolean;
}

const deepest = 40;
const lineBreak = /^<br\s*\/?>$/i;
const allowed = /^(?:https?:\/\/|mailto:)/i;
const mono = "font-family:Consolas,Menlo,monospace";
const border = "border:1px solid #999;padding:4px 8px";
const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// Characters that no HTML document may hold are left out.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
const escape = (text: string): string =>
  text.replaceAll(forbidden, "").replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** Mail and word processors drop `pre` and join spaces, so lines and spaces are spelt out. */
const codeLines = (text: string): string =>
  escape(text)
    .replaceAll("\t", "    ")
    .replaceAll(/ {2}| (?=\n|$)|(?<=^|\n) /g, (spaces) => "&nbsp;".repeat(spaces.length))
    .replaceAll(/\r\n?|\n/g, "<br>");

type Direction = "rtl" | undefined;

/** The direction of a block where it is another than that of what is around it. */
function dirOf(node: Nodes, around: Direction): string {
  const dir = directionOf(node);
  return dir === around ? "" : ` dir="${dir ?? "ltr"}"`;
}

class Writer {
  readonly #options: HtmlOptions;

  constructor(options: HtmlOptions) {
    this.#options = options;
  }

  #math(tex: string, isDisplay: boolean): string {
    return this.#options.mathml?.(tex, isDisplay) ?? `<code style="${mono}">${escape(tex)}</code>`;
  }

  #link(words: string, plain: string, url: string): string {
    if (!allowed.test(url)) return words;
    if (this.#options.isDoubtful?.(plain, url)) return `${words} (${escape(url)})`;
    return `<a href="${escape(url)}">${words === "" ? escape(url) : words}</a>`;
  }

  #inline(node: PhrasingContent, depth: number): string {
    const inside = () => ("children" in node ? this.#words(node.children, depth + 1) : "");
    const addressOf = (identifier: string) => this.#options.addresses.get(identifier)?.url ?? "";
    switch (node.type) {
      case "html":
        return lineBreak.test(node.value) ? "<br>" : escape(node.value);
      case "break":
        return "<br>";
      case "emphasis":
        return `<em>${inside()}</em>`;
      case "strong":
        return `<strong>${inside()}</strong>`;
      case "delete":
        return `<del>${inside()}</del>`;
      case "inlineCode":
        return `<code style="${mono}">${codeLines(node.value)}</code>`;
      case "inlineMath":
        return this.#math(node.value, false);
      case "link":
        return this.#link(inside(), plainText([node]), node.url);
      case "linkReference":
        return this.#link(inside(), plainText([node]), addressOf(node.identifier));
      case "image":
        return this.#link(escape(node.alt ?? ""), node.alt ?? "", node.url);
      case "imageReference":
        return this.#link(escape(node.alt ?? ""), node.alt ?? "", addressOf(node.identifier));
      case "footnoteReference":
        return `<sup>[${escape(node.label ?? node.identifier)}]</sup>`;
      default:
        return escape(plainText([node]));
    }
  }

  #words(nodes: readonly PhrasingContent[], depth = 0): string {
    if (depth > deepest) return escape(plainText(nodes));
    return nodes.map((node) => this.#inline(node, depth)).join("");
  }

  #table(table: Table, around: Direction): string {
    const columns = (table.children[0]?.children ?? []).map((_cell, at) => at);
    const rows = table.children.map((row, index) => {
      const tag = index === 0 ? "th" : "td";
      const cells = columns.map((at) => {
        const align = table.align?.[at];
        const style = align ? `${border};text-align:${align}` : border;
        return `<${tag} style="${style}">${this.#words(row.children[at]?.children ?? [])}</${tag}>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    });
    const [head = "", ...body] = rows;
    const dir = table.children[0] ? dirOf(table.children[0], around) : "";
    return `<table${dir} style="border-collapse:collapse"><thead>${head}</thead><tbody>${body.join("")}</tbody></table>`;
  }

  #list(list: List, depth: number, around: Direction): string {
    const isTight = list.spread !== true && list.children.every((item) => item.spread !== true);
    const dir = directionOf(list);
    const items = list.children.map((item) => {
      const own = directionOf(item);
      const box = typeof item.checked === "boolean" ? (item.checked ? "☑ " : "☐ ") : "";
      const parts = item.children.map((child, at) => {
        const mark = at === 0 ? box : "";
        if (child.type !== "paragraph") return mark + this.#block(child, depth + 1, own);
        const words = mark + this.#words(child.children);
        return isTight ? words : `<p${dirOf(child, own)}>${words}</p>`;
      });
      return `<li${dirOf(item, dir)}>${parts.join("")}</li>`;
    });
    if (list.ordered !== true) return `<ul${dirOf(list, around)}>${items.join("")}</ul>`;
    const start = typeof list.start === "number" && list.start !== 1 ? ` start="${list.start}"` : "";
    return `<ol${start}${dirOf(list, around)}>${items.join("")}</ol>`;
  }

  #block(node: RootContent, depth: number, around: Direction): string {
    if (depth > deepest) return `<p>${escape(plainText([node]))}</p>`;
    switch (node.type) {
      case "paragraph":
        return `<p${dirOf(node, around)}>${this.#words(node.children)}</p>`;
      case "heading":
        return `<h${node.depth}${dirOf(node, around)}>${this.#words(node.children)}</h${node.depth}>`;
      case "code":
        return `<pre dir="ltr" style="${mono}"><code style="${mono}">${codeLines(node.value)}</code></pre>`;
      case "math":
        return `<p>${this.#math(node.value, true)}</p>`;
      case "html":
        return `<p>${codeLines(node.value)}</p>`;
      case "blockquote":
        return `<blockquote>${this.blocks(node.children, depth + 1, around)}</blockquote>`;
      case "list":
        return this.#list(node, depth, around);
      case "table":
        return this.#table(node, around);
      case "thematicBreak":
        return "<hr>";
      case "footnoteDefinition": {
        const [first, ...rest] = node.children;
        const label = `<sup>[${escape(node.label ?? node.identifier)}]</sup> `;
        if (first?.type !== "paragraph")
          return `<p>${label}</p>${this.blocks(node.children, depth + 1, around)}`;
        return `<p${dirOf(first, around)}>${label}${this.#words(first.children)}</p>${this.blocks(rest, depth + 1, around)}`;
      }
      case "definition":
      case "yaml":
        return "";
      default: {
        const other: Nodes = node;
        return `<p>${escape(plainText([other]))}</p>`;
      }
    }
  }

  blocks(nodes: readonly RootContent[], depth: number, around?: Direction): string {
    return nodes.map((node) => this.#block(node, depth, around)).join("");
  }
}

/**
 * A tree as HTML for documents elsewhere (mail, word processors): plain elements with the few styles that those keep.
 * Everything a model wrote is escaped; links are http, https and mailto; nothing is loaded, an image is its alternative
 * text; code keeps its lines and spaces, and each block its direction.
 */
export function htmlOf(nodes: readonly RootContent[], options: HtmlOptions): string {
  return new Writer(options).blocks(nodes, 0);
}
