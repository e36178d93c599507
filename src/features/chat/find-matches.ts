import { emptyMarkdown, growMarkdown } from "#src/core/markdown/blocks.ts";
import { plainText } from "#src/core/markdown/plain.ts";
import { isReply, type Message, type MessageId } from "#src/core/conversation/message.ts";
import { findSpans, type Span } from "#src/core/reading/find.ts";
import { foldText } from "#src/core/reading/fold.ts";
import { drawnSegments, plainSegments, type Segment, unitsOf } from "./find-text.ts";
import { findMessage } from "./use-scroll.ts";

export type Found = {
  readonly message: MessageId;
  /** The part of the page that was searched; absent where the message is not drawn. */
  readonly unit: Element | undefined;
  readonly segment: Segment;
  readonly span: Span;
};

/** What was read of a transcript, kept until it changes. */
export class TranscriptTexts {
  readonly #content: Element;
  readonly #drawn = new WeakMap<Element, Segment[]>();
  readonly #plain = new WeakMap<Message, Segment[]>();

  constructor(content: Element) {
    this.#content = content;
  }

  /** Forgets what stood around a node that changed. */
  forget(node: Node): void {
    let at = node instanceof Element ? node : node.parentElement;
    for (; at && at !== this.#content; at = at.parentElement) this.#drawn.delete(at);
  }

  /** All matches in order; gives way between one part and the next. */
  *search(path: readonly Message[], query: string): Generator<undefined, Found[]> {
    const found: Found[] = [];
    for (const message of path) {
      for (const unit of this.#unitsOf(message)) {
        const segments = unit ? this.#drawnIn(unit) : this.#textOf(message);
        for (const segment of segments) {
          for (const span of spansIn(segment, query))
            found.push({ message: message.id, unit, segment, span });
          yield;
        }
      }
    }
    return found;
  }

  #unitsOf(message: Message): readonly (Element | undefined)[] {
    const article = findMessage(this.#content, message.id);
    // The source of a far message stands for what will be drawn, and is not what will be read.
    if (!article || article.querySelector(":scope > article[data-far]")) return [undefined];
    return [...article.querySelectorAll("[data-part=reasoning], [data-part=body]")].flatMap(unitsOf);
  }

  #drawnIn(unit: Element): Segment[] {
    const known = this.#drawn.get(unit);
    if (known) return known;
    const segments = drawnSegments(unit);
    this.#drawn.set(unit, segments);
    return segments;
  }

  #textOf(message: Message): Segment[] {
    const known = this.#plain.get(message);
    if (known) return known;
    const segments = plainSegments(isReply(message) ? textsOfReply(message) : [message.content]);
    this.#plain.set(message, segments);
    return segments;
  }
}

function textsOfReply({ reasoning, content }: Message & { readonly reasoning?: string }): string[] {
  const blocks = growMarkdown(emptyMarkdown, content).blocks.map(({ nodes }) => plainText(nodes));
  return reasoning ? [reasoning, ...blocks] : blocks;
}

function spansIn(segment: Segment, query: string): readonly Span[] {
  if (segment.found?.query === query) return segment.found.spans;
  segment.folded ??= foldText(segment.text);
  const spans = findSpans(segment.folded, query);
  segment.found = { query, spans };
  return spans;
}
