import type { Token } from "markdown-it";
import type {
  AlignType,
  BlockContent,
  Code,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
} from "mdast";
import { inlineNodes } from "./inline-nodes.ts";

interface Open {
  readonly token: Token;
  readonly children: RootContent[];
  /** A list one of whose items has a paragraph with space around it. */
  spread: boolean;
  align: AlignType[];
}

const first = /^\S*/;

function withoutEnd(text: string): string {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}

function html(text: string): RootContent {
  let end = text.length;
  while (text.charAt(end - 1) === "\n") end -= 1;
  return { type: "html", value: text.slice(0, end) };
}

function code(token: Token, unescape: (text: string) => string): Code {
  const info = token.type === "fence" ? unescape(token.info).trim() : "";
  const lang = first.exec(info)?.[0] ?? "";
  const meta = info.slice(lang.length).trim();
  return { type: "code", lang: lang || null, meta: meta || null, value: withoutEnd(token.content) };
}

function definition(token: Token): RootContent {
  const { name, href, title } = token.meta ?? {};
  const label = String(name);
  return {
    type: "definition",
    identifier: label.toLowerCase(),
    label,
    title: typeof title === "string" && title !== "" ? title : null,
    url: String(href),
  };
}

const alignments: Readonly<Record<string, AlignType>> = {
  "text-align:left": "left",
  "text-align:right": "right",
  "text-align:center": "center",
};

// What stands in what is the grammar's business: the tokens come in the order in which their nodes nest.
function container({ token, children, spread, align }: Open): RootContent {
  switch (token.type) {
    case "paragraph_open":
      return { type: "paragraph", children: children as PhrasingContent[] };
    case "heading_open": {
      const depth = Number(token.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
      return { type: "heading", depth, children: children as PhrasingContent[] };
    }
    case "blockquote_open":
      return { type: "blockquote", children: children as (BlockContent | DefinitionContent)[] };
    case "bullet_list_open":
      return { type: "list", ordered: false, start: null, spread, children: children as ListItem[] };
    case "ordered_list_open": {
      const start = Number(token.attrGet("start") ?? 1);
      return { type: "list", ordered: true, start, spread, children: children as ListItem[] };
    }
    case "list_item_open": {
      const isChecked = token.meta?.["isChecked"];
      const checked = typeof isChecked === "boolean" ? isChecked : null;
      return {
        type: "listItem",
        spread: false,
        checked,
        children: children as (BlockContent | DefinitionContent)[],
      };
    }
    case "footnote_open": {
      const label = String(token.meta?.["label"]);
      return {
        type: "footnoteDefinition",
        identifier: label.toLowerCase(),
        label,
        children: children as (BlockContent | DefinitionContent)[],
      };
    }
    case "table_open":
      return { type: "table", align, children: children as TableRow[] };
    case "tr_open":
      return { type: "tableRow", children: children as TableCell[] };
    default:
      return { type: "tableCell", children: children as PhrasingContent[] };
  }
}

/** One top-level node and the tokens it was made of: from `from` up to `to`. */
export interface TokenNode {
  readonly node: RootContent;
  readonly from: number;
  readonly to: number;
}

/** The nodes of markdown-it's tokens. */
export function blockNodes(tokens: readonly Token[], unescape: (text: string) => string): TokenNode[] {
  const root: TokenNode[] = [];
  const open: Open[] = [];
  let from = 0;
  const add = (node: RootContent, index: number) => {
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else {
      root.push({ node, from, to: index + 1 });
      from = index + 1;
    }
  };
  for (const [index, token] of tokens.entries()) {
    const { type } = token;
    if (type.startsWith("thead") || type.startsWith("tbody")) continue;
    if (token.nesting > 0) {
      const list = open.at(-2);
      if (type === "paragraph_open" && list && open.at(-1)?.token.type === "list_item_open") {
        list.spread ||= !token.hidden;
      }
      if (type === "th_open") open.at(-2)?.align.push(alignments[String(token.attrGet("style"))] ?? null);
      open.push({ token, children: [], spread: false, align: [] });
    } else if (token.nesting < 0) {
      const closed = open.pop();
      if (closed) add(container(closed), index);
    } else if (type === "inline") open.at(-1)?.children.push(...inlineNodes(token.children ?? []));
    else if (type === "fence" || type === "code_block") add(code(token, unescape), index);
    else if (type === "html_block") add(html(token.content), index);
    else if (type === "hr") add({ type: "thematicBreak" }, index);
    else if (type === "math_block") add({ type: "math", value: token.content }, index);
    else if (type === "reference_definition") add(definition(token), index);
  }
  return root;
}
