import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { areServersKnown, useConfig } from "#src/state/config.ts";
import { lateDraft, readDraft, writeDraft } from "#src/state/drafts.ts";
import { speaksOpenAi } from "#src/state/abilities.ts";
import { useRuns } from "#src/state/run-view.ts";
import { sendMessage, stopRun } from "#src/state/runs.ts";
import { useServer } from "#src/state/server.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { isComposing } from "#src/ui/is-composing.ts";
import { CloudNote } from "./cloud-note.tsx";
import { ParametersButton } from "./parameters-button.tsx";
import { ReasoningMenu } from "./reasoning-menu.tsx";
import { useChatSettings, useServerOf } from "./use-chat-settings.ts";
import { useIsInstalled, useIsModelComing } from "./use-is-installed.ts";

export type ComposerProps = {
  id: ConversationId | null;
  modelPicker: ReactNode;
  onBegun: (id: ConversationId) => void;
  onPull: (model: string) => void;
};

type Refusal = "chat.busyElsewhere" | "chat.notInstalled" | "chat.noModel" | "chat.notConfigured";

/** Where questions are written. What is typed is kept at every key, and leaves only with a question that was taken. */
export function Composer({ id, modelPicker, onBegun, onPull }: ComposerProps) {
  const t = useT();
  const draftKey = id ?? "new";
  const { model, server: choice } = useChatSettings(id);
  const server = useServerOf(id);
  const isInUse = useServer(({ url }) => url === server);
  const isInstalled = useIsInstalled(server, model);
  const hasRun = useRuns((state) => id !== null && state.runs.has(id));
  const isConfigured = useConfig((state) => state.isReady);
  const isModelComing = useIsModelComing(server, model);
  const [written, update] = useWritten(draftKey);
  const { text, refusal, eager } = written;
  const box = useRef<HTMLTextAreaElement>(null);
  const leaving = useRef<string>(undefined);

  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) box.current?.focus({ preventScroll: true });
    // Each conversation has a box of its own.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [draftKey]);

  function change(next: string) {
    update({ text: next });
    writeDraft(draftKey, next);
  }

  async function send() {
    if (hasRun || leaving.current === draftKey || !text.trim()) return;
    if (isModelComing) return update({ eager: isConfigured ? "for models" : "for servers" });
    if (!model) return update({ refusal: "chat.noModel" });
    if (!isInstalled) return update({ refusal: "chat.notInstalled" });
    const own = box.current;
    leaving.current = draftKey;
    const result = await sendMessage(id, text, { model, server: choice }, (begun) => {
      const rest = typedSince(text, own?.value ?? "");
      change(id ? rest : "");
      update({ refusal: undefined });
      if (id) return;
      if (rest) writeDraft(begun, rest);
      onBegun(begun);
    }).finally(() => (leaving.current = undefined));
    if (!result.ok && result.reason === "elsewhere") update({ refusal: "chat.busyElsewhere" });
    return undefined;
  }

  // Sent before it was known to which server or model: it goes out once that is known.
  const sendNow = useEffectEvent(() => {
    if (eager === "for servers" && !areServersKnown())
      update({ eager: undefined, refusal: "chat.notConfigured" });
    else void send().finally(() => update({ eager: undefined }));
  });
  useEffect(() => {
    // What happened is outside: the configuration or the list of models came.
    // oxlint-disable-next-line react/set-state-in-effect
    if (eager && !isModelComing) sendNow();
  }, [eager, isModelComing]);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") update({ eager: undefined });
    if (event.key === "Escape" && hasRun && id) {
      event.preventDefault();
      stopRun(id);
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div className="shrink-0 px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <div className="mx-auto max-w-(--measure)">
        {refusal ? (
          <ComposerNote
            text={refusal}
            model={model}
            onPull={refusal === "chat.notInstalled" && isInUse && !speaksOpenAi(server) ? onPull : undefined}
          />
        ) : null}
        <div className="rounded-panel border border-line bg-raised shadow-composer focus-within:border-accent">
          <textarea
            key={draftKey}
            ref={box}
            aria-label={t("chat.message")}
            placeholder={model ? t("chat.placeholder", { model }) : t("chat.placeholderNoModel")}
            dir="auto"
            rows={1}
            // A checker that reads a pasted log at each key makes the key wait.
            spellCheck={text.length < 20_000}
            className="block field-sizing-content max-h-[max(3rem,min(40dvh,100dvh-13rem))] min-h-12 w-full resize-none bg-transparent px-4 pt-3 pb-1 text-reading outline-none placeholder:text-muted"
            value={text}
            onChange={(event) => change(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <div className="flex items-center gap-1 p-2 pt-0">
            <div className="flex min-w-0 flex-1 items-center gap-1">
              {modelPicker}
              <ReasoningMenu id={id} model={model} />
              <ParametersButton id={id} model={model} />
            </div>
            {hasRun && id ? (
              <IconButton
                label={t("chat.stop")}
                className="rounded-full bg-text text-page hover:bg-text hover:text-page"
                onClick={() => {
                  stopRun(id);
                  // The button that had the focus goes.
                  box.current?.focus();
                }}
              >
                <Square aria-hidden className="size-3! fill-current" />
              </IconButton>
            ) : (
              <IconButton
                label={t("chat.send")}
                disabled={!text.trim()}
                className="rounded-full bg-accent text-on-accent hover:bg-accent hover:text-on-accent enabled:hover:opacity-90"
                onClick={() => void send()}
              >
                <ArrowUp aria-hidden />
              </IconButton>
            )}
          </div>
        </div>
        <CloudNote server={server} model={model} />
      </div>
    </div>
  );
}

type Written = {
  draftKey: string;
  text: string;
  refusal: Refusal | undefined;
  /** Sent by the user before it was known to which server or model. */
  eager: "for servers" | "for models" | undefined;
};

/** What stands in the composer of one conversation. What is changed late, for a conversation that is no longer shown, changes nothing here. */
function useWritten(draftKey: string): [Written, (change: Partial<Omit<Written, "draftKey">>) => void] {
  const [written, setWritten] = useState(() => begin(draftKey));
  if (written.draftKey !== draftKey) setWritten(begin(draftKey));
  useEffect(() => {
    void lateDraft(draftKey).then((late) =>
      setWritten((now) => (now.draftKey === draftKey && !now.text ? { ...now, text: late } : now)),
    );
  }, [draftKey]);
  return [
    written,
    (change) => setWritten((now) => (now.draftKey === draftKey ? { ...now, ...change } : now)),
  ];
}

function begin(draftKey: string): Written {
  return { draftKey, text: readDraft(draftKey), refusal: undefined, eager: undefined };
}

/** What was typed after a question was sent and before it was taken. What is written otherwise by then stays whole. */
function typedSince(sent: string, now: string): string {
  return now.startsWith(sent) ? now.slice(sent.length) : now;
}

type ComposerNoteProps = { text: MessageKey; model: string; onPull: ((model: string) => void) | undefined };

function ComposerNote({ text, model, onPull }: ComposerNoteProps) {
  const t = useT();
  return (
    <div
      role="alert"
      className="mb-2 flex flex-wrap items-center gap-3 rounded-control border-s-2 border-s-warn bg-warn-soft px-3.5 py-2"
    >
      <p className="min-w-0 flex-1">{t(text, { model })}</p>
      {onPull ? <Button onClick={() => onPull(model)}>{t("chat.pullIt", { model })}</Button> : null}
    </div>
  );
}
