import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { textsOf, textsPerRequest } from "#src/core/playground/embedding.ts";
import type { SnippetRequest } from "#src/core/playground/snippet-request.ts";
import { CodeButton } from "#src/features/playground/code-button.tsx";
import {
  embedBody,
  type EmbeddingTask,
  startEmbedding,
  stopEmbedding,
  useEmbeddings,
} from "#src/state/embeddings.ts";
import {
  changeEmbeddingForm,
  type EmbeddingForm,
  rememberEmbeddingForm,
  useEmbeddingForm,
} from "#src/state/embeddings-form.ts";
import { maskedHeaders } from "#src/state/masked-headers.ts";
import { modelsQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";
import { BigArea } from "#src/ui/big-area.tsx";
import { Button } from "#src/ui/button.tsx";
import { Field } from "#src/ui/field.tsx";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { EmbeddingModel, modelGroups } from "./embedding-model.tsx";
import { type FormFaults, readForm } from "./read-form.ts";
import { SplitChoice } from "./split-choice.tsx";
import { TextsFile } from "./texts-file.tsx";

/** What is embedded, by which model, and how. */
export function EmbeddingFormView() {
  const t = useT();
  const locale = useLocale();
  const server = useServer((state) => state.url);
  const form = useEmbeddingForm();
  const isRunning = useEmbeddings(({ view }) => view.status === "running");
  const { data: models, isError } = useQuery(modelsQuery(server));
  const [faults, setFaults] = useState<FormFaults>({});
  const groups = modelGroups(models ?? []);
  const model = groups.chosen(form.model);
  const element = useRef<HTMLFormElement>(null);
  const count = useMemo(() => textsOf(form.text, form.split).length, [form.text, form.split]);

  useEffect(() => void rememberEmbeddingForm(), []);

  function change(patch: Partial<EmbeddingForm>) {
    changeEmbeddingForm(patch);
    setFaults({});
  }

  /** The task where the form is good; else its first wrong field has the focus. */
  function check(): EmbeddingTask | undefined {
    const read = readForm(form, model, server);
    setFaults(read.faults ?? {});
    if (!read.faults) return read.task;
    const first = (["model", "text", "dimensions", "keepAlive"] as const).find((name) => read.faults[name]);
    const box = first && element.current?.elements.namedItem(first);
    if (box instanceof HTMLElement) box.focus();
    return undefined;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const task = isRunning ? undefined : check();
    if (task) startEmbedding(task);
  }

  function request(): SnippetRequest | undefined {
    const task = check();
    return task && { server, path: "/api/embed", body: embedBody(task), headers: maskedHeaders(server) };
  }

  const fault = (name: keyof FormFaults) => {
    const key = faults[name];
    return key && t(key);
  };

  return (
    <form
      ref={element}
      aria-label={t("embeddings.form")}
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-4"
    >
      <EmbeddingModel
        groups={groups}
        value={model}
        isFailed={isError && models === undefined}
        error={fault("model")}
        onChange={(name) => change({ model: name })}
      />
      <div className="flex flex-col gap-2">
        <BigArea
          label={t("embeddings.texts")}
          name="text"
          rows={8}
          value={form.text}
          onChange={(text) => change({ text })}
          error={fault("text")}
          hint={t("embeddings.count", {
            count,
            shown: formatWhole(count, locale),
            requests: Math.ceil(count / textsPerRequest),
          })}
        />
        <SplitChoice value={form.split} onChange={(split) => change({ split })} />
        <TextsFile onText={(text) => change({ text: withText(form.text, text) })} />
      </div>
      <Field
        label={t("embeddings.dimensions")}
        name="dimensions"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t("embeddings.dimensionsAll")}
        value={form.dimensions}
        onChange={(event) => change({ dimensions: event.target.value })}
        error={fault("dimensions")}
        hint={t("embeddings.dimensionsHint")}
      />
      <Field
        label={t("embeddings.keepAlive")}
        name="keepAlive"
        autoComplete="off"
        spellCheck={false}
        placeholder={t("embeddings.keepAliveServer")}
        value={form.keepAlive}
        onChange={(event) => change({ keepAlive: event.target.value })}
        error={fault("keepAlive")}
        hint={t("embeddings.keepAliveHint")}
      />
      <label className="flex items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          checked={form.truncate}
          onChange={(event) => change({ truncate: event.target.checked })}
        />
        {t("embeddings.truncate")}
      </label>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" aria-disabled={isRunning}>
          {t("embeddings.embed")}
        </Button>
        {isRunning ? <Button onClick={stopEmbedding}>{t("embeddings.stop")}</Button> : null}
        <CodeButton request={request} />
      </div>
    </form>
  );
}

/** A file's text goes below what was typed. */
function withText(typed: string, added: string): string {
  return typed.trim() === "" ? added : `${typed.replace(/\s*$/, "")}\n${added}`;
}
