import type { ConversationId, Reply } from "#src/core/conversation/message.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import type { ChatRequest, ReplyEvent } from "#src/core/stream/reply-event.ts";
import { endReply, isText, type ReplyEnd, reduceReply } from "#src/core/stream/reply.ts";
import { joinContinuation } from "#src/core/conversation/continuation.ts";
import { sameModel } from "#src/core/models/name.ts";
import { isRemote } from "#src/core/models/model.ts";
import { chat } from "#src/ollama/chat.ts";
import { fetchRunning } from "#src/ollama/models.ts";
import { speaksOpenAi } from "./abilities.ts";
import { type RunPhase, type RunView, useRuns } from "./run-view.ts";

/** When `/api/ps` is asked first, in milliseconds after the question: what answers sooner need not be asked what it does. */
const firstPoll = 200;

/** How often `/api/ps` is asked while nothing came, in milliseconds. */
const pollInterval = 1000;

export type RunInput = {
  readonly conversationId: ConversationId;
  readonly server: string;
  readonly reply: Reply;
  readonly request: ChatRequest;
  /** Text of the reply that this one goes on from. */
  readonly kept: string;
  readonly signal: AbortSignal;
  /** Called at every change that should be seen; the caller decides when it is drawn. */
  readonly onChange: (view: RunView) => void;
};

/** Makes one reply: asks, folds what comes, and ends with a reply whose status is true. Never throws. */
export async function makeReply(input: RunInput): Promise<Reply> {
  const startedAt = Date.now();
  // What the server sent, apart from the text that a continuation goes on from.
  let fresh: Reply = { ...input.reply, content: "" };
  let view: RunView = {
    conversationId: input.conversationId,
    reply: input.reply,
    phase: "contacting",
    phaseSince: startedAt,
    startedAt,
    lastByteAt: startedAt,
    pieces: 0,
  };

  function change(patch: Partial<RunView>): void {
    const isNewPhase = patch.phase !== undefined && patch.phase !== view.phase;
    view = { ...view, ...patch, ...(isNewPhase ? { phaseSince: Date.now() } : {}) };
    input.onChange(view);
  }

  function whole(isComplete: boolean): Reply {
    if (!input.kept) return fresh;
    return { ...fresh, content: joinContinuation(input.kept, fresh.content, isComplete) };
  }

  function take(events: readonly ReplyEvent[]): void {
    const now = Date.now();
    let { phase, writingSince, pieces } = view;
    for (const event of events) {
      fresh = reduceReply(fresh, event);
      if (event.type === "reasoning") phase = "thinking";
      if (event.type === "text") phase = "writing";
      if (event.type === "text") writingSince ??= now;
      if (!isText(event)) continue;
      fresh = timed(fresh, event.type, now - startedAt);
      pieces += event.pieces;
    }
    change({
      reply: whole(false),
      phase,
      pieces,
      lastByteAt: now,
      ...(writingSince === undefined ? {} : { writingSince }),
    });
  }

  const watch = watchLoading(
    input,
    () => view.phase,
    (phase) => change({ phase }),
  );
  let end: ReplyEnd;
  try {
    const hooks = {
      onWaiting: (position: number) => change({ phase: "queued", position }),
      onSent: () => change({ phase: "contacting" }),
    };
    for await (const events of chat(input.server, input.request, input.signal, hooks)) {
      if (events.some(isText)) watch.stop();
      take(events);
    }
    end = { type: "closed" };
  } catch (error) {
    if (input.signal.aborted) end = { type: "stopped" };
    else if (error instanceof OllamaFailure) end = { type: "error", error: error.error };
    else end = { type: "error", error: { kind: "app", message: String(error) } };
  } finally {
    watch.stop();
  }
  const finished = endReply(whole(true), end);
  return { ...finished, timing: { ...finished.timing, totalMs: Date.now() - startedAt } };
}

/** Notes the first token, the length of thinking, and the time of the last character. */
function timed(reply: Reply, type: "reasoning" | "text", elapsed: number): Reply {
  const before = reply.timing;
  const firstTokenMs = before?.firstTokenMs ?? elapsed;
  return {
    ...reply,
    timing: {
      firstTokenMs,
      totalMs: elapsed,
      writingMs: elapsed - firstTokenMs,
      ...(type === "reasoning"
        ? { thinkingMs: elapsed - firstTokenMs }
        : before?.thinkingMs === undefined
          ? {}
          : { thinkingMs: before.thinkingMs }),
    },
  };
}

/** Whether an earlier run of this tab is using the model: Ollama answers one request to a model at a time, silently. */
function isBehind({ conversationId, request, server }: RunInput): boolean {
  const { runs } = useRuns.getState();
  const own = runs.get(conversationId)?.view.getState();
  const views = [...runs.values()].map((run) => run.view.getState());
  return views.some(
    ({ reply, phase, startedAt }) =>
      reply.server === server &&
      sameModel(reply.model, request.model) &&
      (phase === "thinking" || phase === "writing") &&
      startedAt < (own?.startedAt ?? 0),
  );
}

/** Tells loading from reading while the server is silent: a model is in `/api/ps` only once it is loaded. */
function watchLoading(
  input: RunInput,
  phase: () => RunPhase,
  set: (phase: RunPhase) => void,
): { stop(): void } {
  const { server, request, signal } = input;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = isRemote({ name: request.model }) || speaksOpenAi(server);

  async function look(): Promise<void> {
    if (phase() !== "queued") {
      const running = await fetchRunning(server, signal).catch(() => undefined);
      if (isStopped || signal.aborted) return;
      if (running && ["contacting", "loading", "behind"].includes(phase())) {
        const isLoaded = running.some((model) => sameModel(model.name, request.model));
        set(isLoaded ? (isBehind(input) ? "behind" : "reading") : "loading");
      }
    }
    if (!isStopped && phase() !== "reading") timer = setTimeout(() => void look(), pollInterval);
  }

  if (!isStopped) timer = setTimeout(() => void look(), firstPoll);
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
