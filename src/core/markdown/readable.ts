import type { Definition, ListItem, Nodes, PhrasingContent, RootContent } from "mdast";
import { plainText } from "./plain.ts";

/** Addresses of link references, by identifier. */
export type Addresses = ReadonlyMap<string, Pick<Definition, "url">>;

const lineBreak = /^<br\s*\/?>$/i;
/** Deeper than anyone writes; below it there is no markup. */
const deepest = 40;

/** The address of a link where the words do not say it already. */
function addressBeside(words: string, url: string): string {
  const bare = (text: string) => text.replace(/^(?:mailto:|https?:\/\/)/i, "").replace(/\/$/, "");
  // A place in the text is none, nor is a picture that is in the text itself.
  return url === "" || /^(?:#|data:)/i.test(url) || bare(words) === bare(url) ? "" : url;
}

function withAddress(words: string, url: string): string {
  const address = addressBeside(words, url);
  if (address === "") return words;
  return words === "" ? address : `${words} (${address})`;
}

function inlineText(node: PhrasingContent, addresses: Addresses): string {
  const inside = () =>
    "children" in node ? node.children.map((child) => inlineText(child, addresses)).join("") : "";
  switch (node.type) {
    case "html":
      return lineBreak.test(node.value) ? "\n" : node.value;
    case "link":
      return withAddress(inside(), node.url);
    case "linkReference":
      return withAddress(inside(), addresses.get(node.identifier)?.url ?? "");
    case "image":
      return withAddress(node.alt ?? "", node.url);
    case "imageReference":
      return withAddress(node.alt ?? "", addresses.get(node.identifier)?.url ?? "");
    case "footnoteReference":
      return `[${node.label ?? node.identifier}]`;
    default:
      return "children" in node ? inside() : plainText([node]);
  }
}

const indent = (text: string, by: string): string => text.replaceAll(/\n(?=[^\n])/g, `\n${by}`);

class Reader {
  readonly #addresses: Addresses;

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  blocks(nodes: readonly RootContent[], depth: number, gap = "\n\n"): string {
    return nodes
      .map((node) => this.#block(node, depth))
      .filter((text) => text !== "")
      .join(gap);
  }

  #words(nodes: readonly PhrasingContent[]): string {
    return nodes.map((node) => inlineText(node, this.#addresses)).join("");
  }

  #item(item: ListItem, marker: string, gap: string, depth: number): string {
    const box = typeof item.checked === "boolean" ? `[${item.checked ? "x" : " "}] ` : "";
    const text = this.blocks(item.children, depth, gap);
    return `${marker} ${box}${indent(text, " ".repeat(marker.length + 1))}`;
  }

  #block(node: RootContent, depth: number): string {
    if (depth > deepest) return plainText([node]);
    switch (node.type) {
      case "paragraph":
      case "heading":
        return this.#words(node.children);
      case "blockquote":
        return this.blocks(node.children, depth + 1)
          .replaceAll(/^/gm, "> ")
          .replaceAll(/^> $/gm, ">");
      case "list": {
        const start = node.start ?? 1;
        const gap = node.spread === true ? "\n\n" : "\n";
        const items = node.children.map((item, index) =>
          this.#item(item, node.ordered === true ? `${start + index}.` : "-", gap, depth + 1),
        );
        return items.join(gap);
      }
      case "table":
        return node.children
          .map((row) =>
            row.children.map((cell) => this.#words(cell.children).replaceAll(/[\t\n]/g, " ")).join("\t"),
          )
          .join("\n");
      case "footnoteDefinition":
        return `[${node.label ?? node.identifier}] ${indent(this.blocks(node.children, depth + 1), "  ")}`;
      case "thematicBreak":
        return "---";
      case "definition":
      case "yaml":
        return "";
      default: {
        const other: Nodes = node;
        return plainText([other]);
      }
    }
  }
}

/**
 * A tree as text for where there is no markup: lists with their markers, cells parted by tabs, code as it is, quotes
 * marked line by line, links with the address behind them where their words are not it.
 */
export function readableText(nodes: readonly RootContent[], addresses: Addresses): string {
  return new Reader(addresses).blocks(nodes, 0);
}
