import { OllamaFailure } from "#src/core/errors.ts";
import type { ChatRequest } from "#src/core/stream/reply-event.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { withDeadline } from "./deadline.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

const afterMs = 60_000;

/**
 * The text that the model reads for a request, old messages already dropped, without generating (`_debug_render_only`, native;
 * over `/v1` it works too but is not needed). `undefined` from a server that does not know the field: it generates one token instead.
 * Loads the model where it is not loaded, so ask after a reply. Throws an `OllamaFailure` (`timeout` after a minute).
 */
export function renderedPrompt(
  server: string,
  request: ChatRequest,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return withDeadline(afterMs, signal, async (limited) => {
    const text = await textOf(
      await ollamaFetch(server, "/api/chat", jsonPost(wireRequest(request)), limited),
      limited,
    );
    const answer = asRecord(parseJson(text));
    if (!answer) throw new OllamaFailure(malformed(text));
    const rendered = asRecord(answer["_debug_info"])?.["rendered_template"];
    return typeof rendered === "string" ? rendered : undefined;
  });
}

/**
 * No `num_ctx` or other runner option: one that differs from the run's would unload the model and load it again
 * (server/sched.go needsReload). `num_predict` is not one of them.
 */
function wireRequest({ model, messages, reasoningEffort }: ChatRequest): object {
  return {
    model,
    messages,
    stream: false,
    _debug_render_only: true,
    options: { num_predict: 1 },
    ...(reasoningEffort && { think: reasoningEffort === "none" ? false : reasoningEffort }),
  };
}
