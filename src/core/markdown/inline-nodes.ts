import type { Token } from "markdown-it";
import type { PhrasingContent } from "mdast";
import { plainText } from "./plain.ts";

/** Markup nested deeper than this is left out; its words stay. */
const deepest = 100;

interface Open {
  readonly token: Token;
  readonly children: PhrasingContent[];
}

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? "");
const label = (token: Token): string | undefined => {
  const found = token.meta?.["label"];
  return typeof found === "string" ? found : undefined;
};
const titleOf = (token: Token): string | null => attribute(token, "title") || null;

function container({ token, children }: Open): PhrasingContent {
  switch (token.type) {
    case "em_open":
      return { type: "emphasis", children };
    case "strong_open":
      return { type: "strong", children };
    case "s_open":
      return { type: "delete", children };
    default: {
      const name = label(token);
      if (name === undefined) {
        return { type: "link", title: titleOf(token), url: attribute(token, "href"), children };
      }
      return { type: "linkReference", identifier: name.toLowerCase(), referenceType: "full", children };
    }
  }
}

function image(token: Token): PhrasingContent {
  const alt = plainText(inlineNodes(token.children ?? []), "");
  const name = label(token);
  if (name === undefined) return { type: "image", title: titleOf(token), url: attribute(token, "src"), alt };
  return { type: "imageReference", identifier: name.toLowerCase(), referenceType: "full", alt };
}

function leaf(token: Token): PhrasingContent {
  switch (token.type) {
    case "code_inline":
      return { type: "inlineCode", value: token.content };
    case "math_inline":
      return { type: "inlineMath", value: token.content };
    case "html_inline":
      return { type: "html", value: token.content };
    case "hardbreak":
      return { type: "break" };
    case "footnote_reference": {
      const name = label(token) ?? "";
      return { type: "footnoteReference", identifier: name.toLowerCase(), label: name };
    }
    default:
      return { type: "text", value: token.content };
  }
}

/** The nodes of markdown-it's inline tokens. */
export function inlineNodes(tokens: readonly Token[]): PhrasingContent[] {
  const root: PhrasingContent[] = [];
  const open: Open[] = [];
  let children = root;
  let text = "";
  let ignored = 0;
  const flush = () => {
    if (text !== "") children.push({ type: "text", value: text });
    text = "";
  };
  for (const token of tokens) {
    if (token.type === "text" || token.type === "text_special") text += token.content;
    else if (token.type === "softbreak") text += "\n";
    else if (token.nesting > 0 && open.length >= deepest) ignored += 1;
    else if (token.nesting < 0 && ignored > 0) ignored -= 1;
    else {
      flush();
      if (token.nesting > 0) {
        children = [];
        open.push({ token, children });
      } else if (token.nesting < 0) {
        const closed = open.pop();
        children = open.at(-1)?.children ?? root;
        if (closed) children.push(container(closed));
      } else children.push(token.type === "image" ? image(token) : leaf(token));
    }
  }
  flush();
  return root;
}
