import type { Heading, List, ListItem, Nodes, RootContent } from "mdast";
import { Fragment, memo, type ReactNode, useId } from "react";
import { plainText } from "#src/core/markdown/plain.ts";
import { CodeArtefact } from "./code-artefact.tsx";
import { directionOf } from "./direction.ts";
import { Footnote } from "./footnote.tsx";
import { deepest, inlineNodes } from "./inline.tsx";
import { DisplayMath } from "./math.tsx";
import { Table } from "./table.tsx";

// The page has its own first two levels; a reply goes on below them.
const headingTags = ["h3", "h4", "h5", "h6", "h6", "h6"] as const;

function headingNode(node: Heading): ReactNode {
  const Tag = headingTags[node.depth - 1] ?? "h6";
  return (
    <Tag className="markdown-heading" data-size={Math.min(node.depth, 3)} dir="auto">
      {inlineNodes(node.children)}
    </Tag>
  );
}

interface ItemProps {
  readonly node: ListItem;
  readonly isTight: boolean;
  readonly depth: number;
}

/** Finished items of a list that grows keep their node, and are not rendered again. */
const Item = memo(function Item({ node, isTight, depth }: ItemProps) {
  return <li dir="auto">{itemNodes(node, isTight, depth)}</li>;
});

const TaskItem = memo(function TaskItem({ node, isTight, depth }: ItemProps) {
  const id = useId();
  return (
    <li className="markdown-task" dir="auto">
      <input type="checkbox" checked={node.checked === true} disabled readOnly aria-labelledby={id} />
      <div id={id}>{itemNodes(node, isTight, depth)}</div>
    </li>
  );
});

function itemNodes(node: ListItem, isTight: boolean, depth: number): ReactNode {
  return node.children.map((child, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {isTight && child.type === "paragraph" ? inlineNodes(child.children) : flowNode(child, depth)}
    </Fragment>
  ));
}

function listNode(node: List, depth: number): ReactNode {
  const isTight = !node.spread && node.children.every((item) => !item.spread);
  const items = node.children.map((item, index) =>
    typeof item.checked === "boolean" ? (
      // oxlint-disable-next-line react/no-array-index-key
      <TaskItem key={index} node={item} isTight={isTight} depth={depth} />
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <Item key={index} node={item} isTight={isTight} depth={depth} />
    ),
  );
  const looks = isTight ? "markdown-list" : "markdown-list markdown-loose";
  const dir = directionOf(node);
  if (!node.ordered)
    return (
      <ul className={looks} dir={dir}>
        {items}
      </ul>
    );
  return (
    <ol className={looks} start={node.start ?? 1} dir={dir}>
      {items}
    </ol>
  );
}

function flowNode(node: RootContent, depth: number): ReactNode {
  if (depth > deepest) return plainText([node]);
  switch (node.type) {
    case "paragraph":
      return <p dir="auto">{inlineNodes(node.children)}</p>;
    case "heading":
      return headingNode(node);
    case "code":
      return <CodeArtefact code={node.value} language={node.lang} meta={node.meta} />;
    case "html":
      return (
        <p className="markdown-source" dir="auto">
          {node.value}
        </p>
      );
    case "blockquote":
      return <blockquote dir={directionOf(node) ?? "auto"}>{flowNodes(node.children, depth + 1)}</blockquote>;
    case "list":
      return listNode(node, depth + 1);
    case "table":
      return <Table node={node} />;
    case "math":
      return <DisplayMath tex={node.value} />;
    case "thematicBreak":
      return <hr />;
    case "footnoteDefinition":
      return <Footnote node={node}>{flowNodes(node.children, depth + 1)}</Footnote>;
    case "definition":
    case "yaml":
      return null;
    default: {
      const unknown: Nodes = node;
      return plainText([unknown]);
    }
  }
}

/** Paragraphs, lists, code and all that stands on lines of its own. */
export function flowNodes(nodes: readonly RootContent[], depth = 0): ReactNode {
  return nodes.map((node, index) => (
    // Nodes have no name but their place, and what streams only adds to the end.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{flowNode(node, depth)}</Fragment>
  ));
}
