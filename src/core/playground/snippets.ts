import { mask } from "#src/core/requests/mask.ts";
import { curlSnippet } from "./curl-snippet.ts";
import { javascriptSnippet } from "./javascript-snippet.ts";
import { openaiSnippet } from "./openai-snippet.ts";
import { pythonSnippet } from "./python-snippet.ts";
import type { SnippetRequest } from "./snippet-request.ts";

/** `python` uses the package `ollama`, `openai` the package of that name. */
export const snippetLanguages = ["curl", "python", "openai", "javascript"] as const;

export type SnippetLanguage = (typeof snippetLanguages)[number];

const writers: Readonly<Record<SnippetLanguage, (request: SnippetRequest) => string>> = {
  curl: curlSnippet,
  python: pythonSnippet,
  openai: openaiSnippet,
  javascript: javascriptSnippet,
};

/**
 * A program that makes a request and prints its answer, ready to run: for a POSIX shell, Python 3 or Node (as a module). It ends
 * with a newline. What `/v1` has no field for is left out of `openai` and named in a comment; masked secrets are in the first one.
 */
export function snippet(language: SnippetLanguage, request: SnippetRequest): string {
  const code = writers[language]({ ...request, server: request.server.replace(/\/+$/, "") });
  if (!request.headers?.some(([, value]) => value.endsWith(mask))) return code;
  return `${language === "javascript" ? "//" : "#"} Put your own secrets where ${mask} stands\n${code}`;
}
