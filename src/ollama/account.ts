import * as v from "valibot";
import { OllamaFailure } from "#src/core/errors.ts";
import type { Account } from "#src/core/models/account.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { parseJson } from "#src/core/stream/json.ts";
import { withDeadline } from "./deadline.ts";
import { ollamaFetch, textOf } from "./request.ts";

/** The server asks ollama.com. */
const deadlineMs = 15_000;

const me = v.object({ name: v.pipe(v.string(), v.nonEmpty()) });

/**
 * The account of ollama.com that the server is signed in with (`POST /api/me`). Throws an `OllamaFailure` where there is no telling;
 * `timeout` after 15 s.
 */
export function fetchAccount(server: string, signal?: AbortSignal): Promise<Account> {
  return withDeadline(deadlineMs, signal, async (limited) => {
    try {
      const text = await textOf(await ollamaFetch(server, "/api/me", { method: "POST" }, limited), limited);
      const parsed = v.safeParse(me, parseJson(text));
      if (!parsed.success) throw new OllamaFailure(malformed(text));
      return { status: "signed-in", name: parsed.output.name };
    } catch (error) {
      return accountOf(error);
    }
  });
}

/** A 401 says where to sign in; a 503 in Ollama's own words, that ollama.com is out of its reach. */
function accountOf(failure: unknown): Account {
  const error = failure instanceof OllamaFailure ? failure.error : undefined;
  if (error?.kind === "http" && error.status === 401) {
    const { signinUrl = "" } = error;
    // An address is offered only where it cannot be read on the way.
    return signinUrl.startsWith("https://") ? { status: "signed-out", signinUrl } : { status: "signed-out" };
  }
  if (error?.kind === "http" && error.status === 503 && /account unavailable/.test(error.message))
    return { status: "offline" };
  throw failure;
}
