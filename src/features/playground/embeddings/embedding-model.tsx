import { useId } from "react";
import type { Model } from "#src/core/models/model.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type ModelGroups = {
  /** Marked as able to embed, or of unknown abilities. */
  readonly able: readonly string[];
  readonly others: readonly string[];
  /** The chosen one where it is installed, else the first that is able. */
  readonly chosen: (name: string) => string;
};

/** Installed models, by whether the server says that they embed. */
export function modelGroups(models: readonly Model[]): ModelGroups {
  const isAble = ({ capabilities }: Model) => capabilities?.includes("embedding") ?? true;
  const able = models.filter(isAble).map(({ name }) => name);
  const others = models.filter((model) => !isAble(model)).map(({ name }) => name);
  return { able, others, chosen: (name) => ([...able, ...others].includes(name) ? name : (able[0] ?? "")) };
}

export type EmbeddingModelProps = {
  groups: ModelGroups;
  value: string;
  /** The server did not give its list. */
  isFailed: boolean;
  error: string | undefined;
  onChange: (name: string) => void;
};

const suggestion = "nomic-embed-text";

/** The model that embeds. Those that are not marked can be tried: the server decides. */
export function EmbeddingModel({ groups, value, isFailed, error, onChange }: EmbeddingModelProps) {
  const t = useT();
  const id = useId();
  const isNone = groups.able.length === 0;
  const note = error ?? (isFailed ? t("embeddings.noList") : isNone ? t("embeddings.noModel") : undefined);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {t("embeddings.model")}
      </label>
      <select
        id={id}
        name="model"
        dir="ltr"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="min-h-8 w-full rounded-control border border-line bg-page px-2 py-1.5 text-ui text-text aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-reading"
      >
        {value === "" ? <option value="">{t("embeddings.choose")}</option> : null}
        {groups.able.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        {groups.others.length === 0 ? null : (
          <optgroup label={t("embeddings.notMarked")}>
            {groups.others.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {note ? (
        <p id={`${id}-note`} className={error ? "facts mt-1 text-bad" : "facts mt-1"}>
          {note}
        </p>
      ) : null}
      {isNone && !isFailed ? (
        <Button className="mt-2" onClick={() => openPullDialog(suggestion)}>
          {t("models.pullNamed", { name: suggestion })}
        </Button>
      ) : null}
    </div>
  );
}
