import { rawFetch } from "./request.ts";

/**
 * Sends a request as it is given and reads the answer to its end, whatever it says; the server's own headers are added as to any
 * other, unless it is to be bare. Rejects as `rawFetch` does, and where the body breaks.
 */
export async function replayRequest(
  server: string,
  path: string,
  init: RequestInit,
  signal: AbortSignal,
  isBare: boolean,
): Promise<void> {
  const { body } = await rawFetch(server, path, init, signal, isBare);
  if (!body) return;
  const reader = body.getReader();
  for (;;) if ((await reader.read()).done) return;
}
