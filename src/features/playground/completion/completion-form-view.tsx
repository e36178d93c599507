import { Play, Square } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { CompletionForm } from "#src/core/playground/completion-form.ts";
import { completionBody, completionFaults, countFaults } from "#src/core/playground/completion-request.ts";
import type { SnippetRequest } from "#src/core/playground/snippet-request.ts";
import { CodeButton } from "#src/features/playground/code-button.tsx";
import {
  changeCompletionForm,
  completionForm,
  flushCompletionForm,
  restoreCompletionForm,
  onCompletionFormChanged,
} from "#src/state/completion-form.ts";
import { isEnded } from "#src/state/completion-view.ts";
import { startCompletion, stopCompletion, useCompletions } from "#src/state/completions.ts";
import { maskedHeaders } from "#src/state/masked-headers.ts";
import { serverUrl } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { AnswerSection } from "./answer-section.tsx";
import { ImageSection } from "./image-section.tsx";
import { ModelField } from "./model-field.tsx";
import { OptionSection } from "./option-section.tsx";
import { PromptField } from "./prompt-field.tsx";
import { TextSection } from "./text-section.tsx";
import { useCompletionModel } from "./use-completion-model.ts";

/** What is sent, all of it. */
export function CompletionFormView() {
  const t = useT();
  const model = useCompletionModel();
  const form = useRef<HTMLFormElement>(null);
  const isRunning = useCompletions(({ shown }) => shown !== undefined && !isEnded(shown));
  const [faultCount, setFaultCount] = useState(0);
  const [isAsked, setAsked] = useState(false);

  useEffect(() => void restoreCompletionForm(), []);
  useEffect(() => {
    addEventListener("pagehide", flushCompletionForm);
    return () => removeEventListener("pagehide", flushCompletionForm);
  }, []);
  // A complaint about the whole form goes with its cause.
  useEffect(() => onCompletionFormChanged(() => setFaultCount(0)), []);

  /** The form where it can be sent; else its first faulty field gets the focus. */
  function checked(): CompletionForm | undefined {
    const typed = { ...completionForm(), model: model.name };
    const count = countFaults(completionFaults(typed));
    flushSync(() => {
      setAsked(true);
      setFaultCount(count);
    });
    if (count === 0) return typed;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
    return undefined;
  }

  function run() {
    if (isRunning) return;
    const typed = checked();
    if (!typed) return;
    changeCompletionForm({ model: model.name });
    startCompletion(model.name, completionBody(typed, model.capabilities));
  }

  function request(): SnippetRequest | undefined {
    const typed = checked();
    const body = typed && completionBody(typed, model.capabilities);
    const server = serverUrl();
    return body && { server, path: "/api/generate", body, headers: maskedHeaders(server) };
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  }

  return (
    // The keys of all its fields come up to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      aria-label={t("completion.form")}
      noValidate
      className="flex min-w-0 flex-col gap-4"
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <ModelField model={model} isAsked={isAsked} />
      <PromptField />
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" aria-disabled={isRunning} onClick={run}>
          <Play aria-hidden className="size-4" />
          {t("completion.run")}
        </Button>
        <Button aria-disabled={!isRunning} onClick={stopCompletion}>
          <Square aria-hidden className="size-3 fill-current" />
          {t("completion.stop")}
        </Button>
        <CodeButton request={request} />
      </div>
      {faultCount > 0 ? (
        <p role="alert" className="-mt-2 text-bad">
          {t("completion.faulty", { count: faultCount })}
        </p>
      ) : null}
      <TextSection model={model} />
      <ImageSection model={model} />
      <AnswerSection model={model} isAsked={isAsked} />
      <OptionSection />
    </form>
  );
}
