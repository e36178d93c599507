import type { Model } from "#src/core/models/model.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { SelectField } from "#src/ui/select-field.tsx";

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
  const isNone = groups.able.length === 0;
  return (
    <div>
      <SelectField
        label={t("embeddings.model")}
        name="model"
        dir="ltr"
        value={value}
        options={[
          ...(value === "" ? [{ value, label: t("embeddings.choose") }] : []),
          ...groups.able.map(asOption),
        ]}
        others={{ label: t("embeddings.notMarked"), options: groups.others.map(asOption) }}
        onChange={onChange}
        error={error}
        hint={isFailed ? t("embeddings.noList") : isNone ? t("embeddings.noModel") : undefined}
      />
      {isNone && !isFailed ? (
        <Button className="mt-2" onClick={() => openPullDialog(suggestion)}>
          {t("models.pullNamed", { name: suggestion })}
        </Button>
      ) : null}
    </div>
  );
}

function asOption(name: string) {
  return { value: name, label: name };
}
