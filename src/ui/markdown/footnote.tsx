import type { FootnoteDefinition, FootnoteReference } from "mdast";
import { CornerLeftUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useContext } from "react";
import { plainText } from "#src/core/markdown/plain.ts";
import { useT } from "#src/ui/i18n.tsx";
import { outerDirection } from "#src/core/markdown/direction.ts";
import "./footnote.css";
import { Notes } from "./footnote-order.ts";

const longestPreview = 400;

/**
 * Moves to the first part of this message with `attribute`. The address stays as it is: what follows its `#` is the page.
 */
function go(from: HTMLElement, attribute: string, identifier: string): void {
  const message = from.closest(".markdown");
  const goal = message?.querySelector(`[${attribute}="${CSS.escape(identifier)}"]`);
  if (!(goal instanceof HTMLElement)) return;
  goal.scrollIntoView({ block: "center" });
  goal.focus({ preventScroll: true });
}

/** A reference to a note. Its number is drawn by the style sheet: the text of a message holds none of ours. */
export function FootnoteMark({ node }: { node: FootnoteReference }) {
  const t = useT();
  const note = useContext(Notes).get(node.identifier);
  const label = node.label ?? node.identifier;
  const preview = note?.definition ? plainText(note.definition.children).slice(0, longestPreview) : "";
  const goToNote = (from: HTMLElement) => go(from, "data-note-text", node.identifier);
  const goByKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    goToNote(event.currentTarget);
  };
  return (
    <sup className="markdown-note">
      {/* The role is a kind of link, which the linter does not know. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <span
        role="doc-noteref"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="markdown-note-mark"
        data-note={node.identifier}
        data-number={note?.number ?? label}
        aria-label={t("markdown.footnote", { number: note?.number ?? label })}
        title={preview === "" ? label : `[${label}] ${preview}`}
        onClick={(event) => goToNote(event.currentTarget)}
        onKeyDown={goByKey}
      />
    </sup>
  );
}

/** A note where it stands, with a way back to the first reference. */
export function Footnote({ node, children }: { node: FootnoteDefinition; children: ReactNode }) {
  const t = useT();
  const label = node.label ?? node.identifier;
  const number = useContext(Notes).get(node.identifier)?.number ?? label;
  const back = t("markdown.backToText", { number });
  return (
    <div
      role="doc-footnote"
      className="markdown-footnote"
      dir={outerDirection(node)}
      tabIndex={-1}
      data-note-text={node.identifier}
      aria-label={t("markdown.footnote", { number })}
    >
      <sup className="markdown-note" data-number={number} title={label} />
      <div>{children}</div>
      <button
        type="button"
        className="markdown-control"
        aria-label={back}
        title={back}
        onClick={(event) => go(event.currentTarget, "data-note", node.identifier)}
      >
        <CornerLeftUp size={14} aria-hidden />
      </button>
    </div>
  );
}
