import type { Definition, Nodes, PhrasingContent } from "mdast";
import { createContext, Fragment, type ReactNode, useContext } from "react";
import { plainText } from "#src/core/markdown/plain.ts";
import { markControls } from "./control-marks.tsx";
import { FootnoteMark } from "./footnote.tsx";
import { Link } from "./link.tsx";
import { InlineMath } from "./math.tsx";
import { Picture } from "./picture.tsx";
import { inRuns } from "./runs.tsx";

/** Addresses of link references, by identifier. */
export const Definitions = createContext<ReadonlyMap<string, Definition>>(new Map());

/** Text nested deeper than anyone writes is shown without its markup. */
export const deepest = 40;

/** The one tag that is shown as what it means: there is no other way to break a line in a cell. */
const lineBreak = /^<br\s*\/?>$/i;

type ReferenceProps =
  | { kind: "link"; identifier: string; words: string; children: ReactNode }
  | { kind: "image"; identifier: string; alt: string; isInLink: boolean };

function Reference(props: ReferenceProps) {
  const definition = useContext(Definitions).get(props.identifier);
  if (props.kind === "image") {
    return <Picture url={definition?.url ?? ""} alt={props.alt} isInLink={props.isInLink} />;
  }
  return (
    <Link url={definition?.url ?? ""} title={definition?.title} words={props.words}>
      {props.children}
    </Link>
  );
}

interface Place {
  readonly depth: number;
  readonly isInLink: boolean;
}

function inlineNode(node: PhrasingContent, place: Place): ReactNode {
  const inside = (children: readonly PhrasingContent[], isInLink = place.isInLink) =>
    inlineNodes(children, { depth: place.depth + 1, isInLink });
  switch (node.type) {
    case "text":
      return markControls(node.value, "words");
    case "html":
      return lineBreak.test(node.value) ? <br /> : markControls(node.value, "code");
    case "emphasis":
      return <em>{inside(node.children)}</em>;
    case "strong":
      return <strong>{inside(node.children)}</strong>;
    case "delete":
      return <del>{inside(node.children)}</del>;
    case "inlineCode":
      // Its marks stand as in code also among words from right to left, whose direction it does not decide.
      return (
        <code className="markdown-inline-code" dir="auto">
          {markControls(node.value, "code")}
        </code>
      );
    case "break":
      return <br />;
    case "link":
      return (
        <Link url={node.url} title={node.title} words={plainText([node])}>
          {inside(node.children, true)}
        </Link>
      );
    case "linkReference":
      return (
        <Reference kind="link" identifier={node.identifier} words={plainText([node])}>
          {inside(node.children, true)}
        </Reference>
      );
    case "image":
      return <Picture url={node.url} alt={node.alt ?? ""} isInLink={place.isInLink} />;
    case "imageReference":
      return (
        <Reference kind="image" identifier={node.identifier} alt={node.alt ?? ""} isInLink={place.isInLink} />
      );
    case "footnoteReference":
      return <FootnoteMark node={node} />;
    case "inlineMath":
      return <InlineMath tex={node.value} />;
    default: {
      const unknown: Nodes = node;
      return plainText([unknown]);
    }
  }
}

const outermost: Place = { depth: 0, isInLink: false };

/** The words of a paragraph, which may become very long. */
export function inlineRuns(nodes: readonly PhrasingContent[]): ReactNode {
  return inRuns(nodes, outermost, inlineNode);
}

/** Words with their markup. */
export function inlineNodes(nodes: readonly PhrasingContent[], place: Place = outermost): ReactNode {
  if (place.depth > deepest) return plainText(nodes);
  return nodes.map((node, index) => (
    // Nodes have no name but their place, and what streams only adds to the end.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{inlineNode(node, place)}</Fragment>
  ));
}
