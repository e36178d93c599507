import { createLines } from "./lines.ts";

/**
 * Server-sent events to the payloads of their `data` lines (WHATWG HTML §9.2.6), in two ways more lenient than a browser:
 * an event that the end of the body cuts off is handed out by `end()`, so that a `[DONE]` without its blank line counts,
 * and a bare line of JSON is a payload, because proxies put their errors into a stream so, as is what llama.cpp's server sent in a
 * field `error` until the end of 2025.
 */
export function createSseReader(): { push(text: string): string[]; end(): string[] } {
  const lines = createLines();
  let data: string | undefined;

  function take(line: string, payloads: string[]): void {
    if (line === "") {
      if (data !== undefined) payloads.push(data);
      data = undefined;
    } else if (line.startsWith("data:") || line === "data") {
      const value = line.slice(line.startsWith("data: ") ? 6 : 5);
      data = data === undefined ? value : `${data}\n${value}`;
    } else if (line.startsWith("{")) {
      payloads.push(line);
    } else if (line.startsWith("error: {")) {
      payloads.push(`{"error":${line.slice(7)}}`);
    }
  }

  return {
    push(text) {
      const payloads: string[] = [];
      for (const line of lines.push(text)) take(line, payloads);
      return payloads;
    },
    end() {
      const payloads: string[] = [];
      take(lines.rest(), payloads);
      take("", payloads);
      return payloads;
    },
  };
}
