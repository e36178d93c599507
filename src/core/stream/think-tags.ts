import type { ReplyEvent } from "./reply-event.ts";

const opening = "<think>";
const closing = "</think>";

/**
 * `<think>…</think>` at the very beginning of a reply's content to reasoning, for models whose template hides the tags from
 * Ollama. White space around the tags is dropped as Ollama's own parser does (thinking/parser.go). Tags may be cut anywhere;
 * what could still become a tag is held back until it is decided or until `end()`. Later mentions of the tag are text.
 */
export function createThinkTags(): {
  push(text: string): ReplyEvent[];
  /** All from here on is text: it need not be pushed. */
  areOver(): boolean;
  /** The server told reasoning apart itself: no tags from here on. */
  skip(): ReplyEvent[];
  end(): ReplyEvent[];
} {
  let state: "before" | "opened" | "inside" | "closed" | "text" = "before";
  let held = "";

  function flush(): ReplyEvent[] {
    const text = held;
    held = "";
    if (text === "" || state === "opened" || state === "closed") return [];
    return [{ type: state === "inside" ? "reasoning" : "text", text, pieces: 1 }];
  }

  /** One step; true when there may be another with what is left in `held`. */
  function step(events: ReplyEvent[]): boolean {
    switch (state) {
      case "before": {
        const start = held.trimStart();
        if (start.startsWith(opening)) {
          held = start.slice(opening.length);
          state = "opened";
          return true;
        }
        if (opening.startsWith(start)) return false;
        state = "text";
        return true;
      }
      case "opened":
      case "closed":
        held = held.trimStart();
        if (held === "") return false;
        state = state === "opened" ? "inside" : "text";
        return true;
      case "inside": {
        const at = held.indexOf(closing);
        const until = at < 0 ? held.length - tailLength(held) : at;
        if (until > 0) events.push({ type: "reasoning", text: held.slice(0, until), pieces: 1 });
        held = held.slice(at < 0 ? until : at + closing.length);
        if (at >= 0) state = "closed";
        return at >= 0;
      }
      case "text":
        events.push(...flush());
        return false;
    }
  }

  return {
    push(text) {
      held += text;
      const events: ReplyEvent[] = [];
      while (step(events));
      return events;
    },
    areOver: () => state === "text",
    skip() {
      if (state !== "before") return [];
      state = "text";
      return flush();
    },
    end: flush,
  };
}

/** How many characters at the end of the text may be the beginning of a closing tag. */
function tailLength(text: string): number {
  for (let length = Math.min(closing.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(closing.slice(0, length))) return length;
  }
  return 0;
}
