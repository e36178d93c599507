import { useEffect, useMemo, useRef, useState } from "react";
import { followFiles, meantDraft } from "#src/core/models/create-draft.ts";
import { type CreateUploads, needsBase } from "#src/core/models/create-request.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { BaseCard } from "./base-card.tsx";
import { CreateForm } from "./create-form.tsx";
import { CreateList } from "./create-list.tsx";
import { ClearDraft } from "./clear-draft.tsx";
import { ModelfileText } from "./modelfile-text.tsx";
import { NameField } from "./name-field.tsx";
import { OverwriteDialog } from "./overwrite-dialog.tsx";
import { QuantizeField } from "./quantize-field.tsx";
import { SourceFields } from "./source-fields.tsx";
import { useBase } from "./use-base.ts";
import { useCreateDraft } from "./use-create-draft.ts";
import { useSubmit } from "./use-submit.ts";
import { ViewSwitch } from "./view-switch.tsx";

/** A model to be made, as a form or as a Modelfile, beside what its base has now. */
export function CreateEditor({ base }: { base: string }) {
  const t = useT();
  const { draft, change, forget } = useCreateDraft(base);
  const [uploads, setUploads] = useState<CreateUploads | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const files = useMemo(
    () => ({ files: Object.keys(uploads?.files ?? {}), adapters: Object.keys(uploads?.adapters ?? {}) }),
    [uploads],
  );
  const meant = meantDraft(draft, base, files);
  const isFromBase = (meant ?? draft).source === "model" || needsBase(uploads);
  const from = useBase((meant ?? draft).fields.from);
  const quantization = (isFromBase ? from.model?.quantization : uploads?.quantization) ?? "";
  const submit = useSubmit({ draft, meant, uploads, from, quantization, forget });

  const named = useRef(files);
  useEffect(() => {
    const before = named.current;
    named.current = files;
    change((now) => followFiles(now, before, files));
  }, [files, change]);

  useEffect(() => {
    if (submit.tries > 0) focusFirstFault(form.current);
  }, [submit.tries]);

  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form
        ref={form}
        noValidate
        aria-label={t("create.title")}
        className="flex min-w-0 flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          void submit.submit();
        }}
      >
        <NameField
          value={draft.name}
          fault={submit.faultOf("name")}
          onChange={(name) => change((now) => ({ ...now, name }))}
        />
        <ViewSwitch draft={draft} change={change} base={base} files={files} />
        <SourceFields
          draft={draft}
          change={change}
          origin={base}
          base={from}
          fault={submit.faultOf("from")}
          isFromBase={isFromBase}
          isMissingFiles={submit.hasFault("files")}
          onUploads={setUploads}
        />
        {draft.view === "form" ? (
          <CreateForm
            draft={draft}
            change={change}
            base={isFromBase ? from : undefined}
            faults={submit.faults}
          />
        ) : (
          <ModelfileText
            draft={draft}
            change={change}
            origin={base}
            files={files}
            base={from}
            isTried={submit.isTried}
          />
        )}
        <QuantizeField
          value={draft.quantize}
          name={isFromBase ? from.name : (files.files[0] ?? "")}
          quantization={quantization}
          isRefused={submit.hasFault("quantize")}
          onChange={(quantize) => change((now) => ({ ...now, quantize }))}
        />
        <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
          <Button look="primary" type="submit">
            {t("create.create")}
          </Button>
          <ClearDraft base={base} draft={draft} change={change} />
          <p role="status" className="facts empty:hidden">
            {submit.isMaking ? t("create.isBeingMade") : null}
            {submit.isChecking ? t("create.checking") : null}
          </p>
        </div>
        <CreateList />
      </form>
      <BaseCard base={from} isFiles={!isFromBase} />
      <OverwriteDialog
        name={submit.asking?.request.model}
        isThere={submit.asking?.isThere ?? true}
        onAnswer={(isYes) => submit.answer(isYes)}
      />
    </div>
  );
}

/** What is wrong may be in a part that is folded. */
function focusFirstFault(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]");
  const folded = field?.closest("details");
  if (folded) folded.open = true;
  field?.focus();
}
