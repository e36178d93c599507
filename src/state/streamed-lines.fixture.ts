/** What a server of a test answers with: lines, some milliseconds apart, and how they end. */
export type Answer = { readonly lines: readonly object[]; readonly end?: "close" | "break" | "hang" };

/** The answer as a stream that an abort breaks; `onLine` is called before each line, and once more after the last. */
export function streamedLines(
  { lines, end = "close" }: Answer,
  signal: AbortSignal | null | undefined,
  { everyMs = 10, onLine = () => {} }: { everyMs?: number; onLine?: (line: object | undefined) => void } = {},
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      signal?.addEventListener("abort", () => controller.error(new DOMException("", "AbortError")));
      for (const line of lines) {
        await new Promise((resolve) => setTimeout(resolve, everyMs));
        if (signal?.aborted) return;
        onLine(line);
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      }
      onLine(undefined);
      if (end === "close") controller.close();
      if (end === "break") controller.error(new TypeError("network error"));
    },
  });
  return new Response(body, { headers: { "Content-Type": "application/x-ndjson" } });
}
