import { useId } from "react";
import { type CreateDraft, fromFiles } from "#src/core/models/create-draft.ts";
import type { CreateUploads } from "#src/core/models/create-request.ts";
import type { NameFault } from "#src/core/models/name.ts";
import { GgufDrop } from "#src/features/models/upload/gguf-drop.tsx";
import { GgufFiles } from "#src/features/models/upload/gguf-files.tsx";
import { Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { RadioChoice } from "#src/ui/radio-choice.tsx";
import type { BaseView } from "./use-base.ts";
import type { ChangeDraft } from "./use-create-draft.ts";

export type SourceFieldsProps = {
  draft: CreateDraft;
  change: ChangeDraft;
  /** The model that the page began from. */
  origin: string;
  base: BaseView;
  fault: NameFault | undefined;
  /** There has to be a base, also beside files. */
  isFromBase: boolean;
  isMissingFiles: boolean;
  onUploads: (uploads: CreateUploads | null) => void;
};

/** What the model is made from. As a Modelfile, FROM says it, and only the files have to be here. */
export function SourceFields(props: SourceFieldsProps) {
  const { draft, change, origin, base, fault, isFromBase, isMissingFiles, onUploads } = props;
  const t = useT();
  const id = useId();
  const isForm = draft.view === "form";
  const baseHint = draft.source === "files" ? "create.baseAdapter" : "create.baseHint";
  return (
    <>
      {isForm ? (
        <RadioChoice
          legend={t("create.source")}
          value={draft.source}
          options={[
            { value: "model", label: t("create.source.model") },
            { value: "files", label: t("create.source.files") },
          ]}
          onChange={(source) => change((now) => ({ ...now, source }))}
        />
      ) : null}
      {draft.source === "files" ? (
        <section aria-label={t("create.source.files")}>
          <GgufFiles onChange={onUploads} />
          {isMissingFiles ? (
            <p
              // The focus comes here, since the files themselves have no field.
              tabIndex={-1}
              aria-invalid
              className="facts mt-1 text-bad"
            >
              {t("create.filesMissing")}
            </p>
          ) : null}
        </section>
      ) : (
        <GgufDrop onDropped={() => change((now) => fromFiles(now, origin))} />
      )}
      {isForm && isFromBase ? (
        <div>
          <Field
            label={t("create.base")}
            list={`${id}-models`}
            placeholder="llama3.2"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            value={draft.fields.from}
            error={fault && t(`models.nameFault.${fault}`)}
            hint={t(base.isToBePulled ? "create.basePulled" : baseHint, { name: base.name })}
            onChange={({ target }) =>
              change((now) => ({ ...now, fields: { ...now.fields, from: target.value } }))
            }
          />
          <datalist id={`${id}-models`}>
            {base.installed.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </datalist>
        </div>
      ) : null}
    </>
  );
}
