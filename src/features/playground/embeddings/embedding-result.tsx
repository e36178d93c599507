import { type EmbeddingView, goOnEmbedding, useEmbeddings } from "#src/state/embeddings.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { embeddingFailure } from "./embedding-failure.ts";
import { EmbeddingFacts } from "./embedding-facts.tsx";
import { EmbeddingFiles } from "./embedding-files.tsx";
import { SimilarityView } from "./similarity-view.tsx";

/** What came of a request: figures, likeness, files; or why nothing did. */
export function EmbeddingResult() {
  const t = useT();
  const view = useEmbeddings((state) => state.view);
  const result = view.status === "none" ? undefined : view.result;
  return (
    <section aria-label={t("embeddings.result")} className="flex min-w-0 flex-col gap-6">
      {view.status === "none" ? (
        <p className="text-muted">{t("embeddings.about")}</p>
      ) : (
        <Status view={view} />
      )}
      {result ? (
        <>
          <EmbeddingFacts result={result} />
          <EmbeddingFiles result={result} />
          <SimilarityView texts={result.texts} />
        </>
      ) : null}
    </section>
  );
}

function Status({ view }: { view: Exclude<EmbeddingView, { status: "none" }> }) {
  const t = useT();
  const locale = useLocale();
  const { task } = view;
  const came = view.result?.texts.length ?? 0;
  const values = {
    came: formatWhole(came, locale),
    all: formatWhole(task.texts.length, locale),
    model: task.model,
  };
  switch (view.status) {
    case "running":
      return (
        <div className="flex flex-col gap-1.5">
          <div
            role="progressbar"
            aria-label={t("embeddings.running", values)}
            aria-valuemin={0}
            aria-valuemax={task.texts.length}
            aria-valuenow={came}
            className="h-1.5 overflow-hidden rounded-full bg-hover"
          >
            <div
              className="h-full rounded-full bg-accent"
              style={{ inlineSize: `${(came / task.texts.length) * 100}%` }}
            />
          </div>
          <p className="facts wrap-anywhere">
            {view.position === undefined
              ? t("embeddings.running", values)
              : t("completion.status.queued", { position: view.position })}{" "}
            · {t("embeddings.came", values)}
          </p>
        </div>
      );
    case "stopped":
      return (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <p className="facts">{t("embeddings.stopped", values)}</p>
          <Button onClick={goOnEmbedding}>{t("models.pull.goOn")}</Button>
        </div>
      );
    case "failed": {
      const { key, details } = embeddingFailure(view.error);
      return (
        <Alert
          title={t(key, values)}
          {...(details ? { details: { label: t("errors.details"), text: details } } : {})}
          actions={<Button onClick={goOnEmbedding}>{t("embeddings.retry")}</Button>}
        >
          {t(`${key}.next` as typeof key, values)} {came > 0 ? t("embeddings.kept", values) : null}
        </Alert>
      );
    }
    case "done":
      return (
        <p role="status" className="sr-only">
          {t("embeddings.done", values)}
        </p>
      );
  }
}
