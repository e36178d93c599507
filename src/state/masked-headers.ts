import { maskSentHeader } from "#src/core/requests/mask.ts";
import { accessTo } from "#src/ollama/access.ts";

/** The headers by which requests to a server prove who asks, their secrets masked: for programs that are copied. */
export function maskedHeaders(server: string): readonly (readonly [name: string, value: string])[] {
  return Object.entries(accessTo(server)).map(([name, value]) => [name, maskSentHeader(name, value)]);
}
