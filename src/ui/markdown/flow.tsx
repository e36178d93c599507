import type { Heading, List, ListItem, Nodes, RootContent } from "mdast";
import { type ReactNode, useId } from "react";
import { plainText } from "#src/core/markdown/plain.ts";
import { CodeArtefact } from "./code-artefact.tsx";
import { autoDirection, directionOf, outerDirection } from "#src/core/markdown/direction.ts";
import { markControls } from "./control-marks.tsx";
import { Footnote } from "./footnote.tsx";
import { deepest, inlineNodes, inlineRuns } from "./inline.tsx";
import { DisplayMath } from "./math.tsx";
import { inRuns } from "./runs.tsx";
import { Table } from "./table.tsx";

// The page has its own first two levels; a reply goes on below them.
const headingTags = ["h3", "h4", "h5", "h6", "h6", "h6"] as const;

function headingNode(node: Heading): ReactNode {
  const Tag = headingTags[node.depth - 1] ?? "h6";
  return (
    <Tag className="markdown-heading" data-size={Math.min(node.depth, 3)} dir={autoDirection(node)}>
      {inlineNodes(node.children)}
    </Tag>
  );
}

const tightItem = (node: ListItem, depth: number) => itemNode(node, depth, true);
const looseItem = (node: ListItem, depth: number) => itemNode(node, depth, false);

function itemNode(node: ListItem, depth: number, isTight: boolean): ReactNode {
  const inside = inRuns(node.children, depth, isTight ? tightNode : flowNode);
  const dir = outerDirection(node);
  return typeof node.checked === "boolean" ? (
    <TaskItem isDone={node.checked} dir={dir}>
      {inside}
    </TaskItem>
  ) : (
    <li dir={dir}>{inside}</li>
  );
}

type TaskProps = { isDone: boolean; dir: string; children: ReactNode };

function TaskItem({ isDone, dir, children }: TaskProps) {
  const id = useId();
  return (
    <li className="markdown-task" dir={dir}>
      <input type="checkbox" checked={isDone} disabled readOnly aria-labelledby={id} />
      <div id={id}>{children}</div>
    </li>
  );
}

/** In a tight list paragraphs are words without a paragraph of their own. */
function tightNode(node: RootContent, depth: number): ReactNode {
  return node.type === "paragraph" ? inlineRuns(node.children) : flowNode(node, depth);
}

function listNode(node: List, depth: number): ReactNode {
  const isTight = !node.spread && node.children.every((item) => !item.spread);
  const items = inRuns(node.children, depth, isTight ? tightItem : looseItem);
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
      return <p dir={autoDirection(node)}>{inlineRuns(node.children)}</p>;
    case "heading":
      return headingNode(node);
    case "code":
      return <CodeArtefact code={node.value} language={node.lang} meta={node.meta} />;
    case "html":
      return (
        <p className="markdown-source" dir="auto">
          {markControls(node.value, "code")}
        </p>
      );
    case "blockquote":
      return <blockquote dir={outerDirection(node)}>{flowNodes(node.children, depth + 1)}</blockquote>;
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
  return inRuns(nodes, depth, flowNode);
}
