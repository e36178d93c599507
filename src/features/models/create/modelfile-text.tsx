import { useDeferredValue, useId, useMemo, useRef } from "react";
import { type CreateDraft, readDraftText } from "#src/core/models/create-draft.ts";
import { noFields } from "#src/core/models/create-fields.ts";
import { type PrintedFiles, printModelfile } from "#src/core/models/modelfile-print.ts";
import type { ModelfileFault } from "#src/core/models/modelfile-fault.ts";
import { BigArea } from "#src/ui/big-area.tsx";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { modelfileFaultText, modelfileNoteText } from "./modelfile-fault-text.ts";
import type { BaseView } from "./use-base.ts";
import type { ChangeDraft } from "./use-create-draft.ts";

export type ModelfileTextProps = {
  draft: CreateDraft;
  change: ChangeDraft;
  /** The model that the page began from. */
  origin: string;
  /** Those on the server. */
  files: PrintedFiles;
  base: BaseView;
  /** It was to be made in vain. */
  isTried: boolean;
};

/** More than these at once help nobody. */
const most = 20;

/** The same as a Modelfile's text, with what is wrong at which line. */
export function ModelfileText({ draft, change, origin, files, base, isTried }: ModelfileTextProps) {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  const part = useRef<HTMLDivElement>(null);
  const late = useDeferredValue(draft);
  const { faults, notes } = useMemo(() => readDraftText(late, origin, files), [late, origin, files]);
  const isBare = draft.text === printModelfile({ ...noFields, from: draft.fields.from });
  // As a box for text has it, so that columns are the same.
  const theirs = base.show?.modelfile.replace(/\r\n?/g, "\n");

  function goTo({ line, column }: ModelfileFault) {
    const box = part.current?.querySelector("textarea");
    if (!box) return;
    const start = placeOf(draft.text, line, column);
    const end = draft.text.indexOf("\n", start);
    box.focus();
    box.setSelectionRange(start, end < 0 ? draft.text.length : end);
  }

  return (
    <div ref={part} className="min-w-0">
      <BigArea
        label={t("create.modelfile")}
        rows={18}
        className="[&_textarea]:font-mono [&_textarea]:text-facts"
        hint={t("create.modelfileHint")}
        error={isTried && faults.length > 0 ? t("create.modelfileHeld") : undefined}
        value={draft.text}
        onChange={(text) => change((now) => ({ ...now, text }))}
      />
      {isBare && theirs ? (
        <Button className="mt-2" onClick={() => change((now) => ({ ...now, text: theirs }))}>
          {t("create.takeModelfile", { name: base.name })}
        </Button>
      ) : null}
      {faults.length === 0 ? null : (
        <section
          aria-labelledby={id}
          className="mt-3 rounded-control border-s-2 border-s-bad bg-bad-soft px-3.5 py-2.5"
        >
          <h3 id={id} className="font-medium">
            {t("create.modelfileFaults", { count: faults.length })}
          </h3>
          <ul className="mt-1 flex flex-col gap-1">
            {faults.slice(0, most).map((fault) => (
              <li key={`${fault.line} ${fault.column} ${fault.kind}`} className="flex items-baseline gap-x-2">
                <button
                  type="button"
                  className="shrink-0 font-medium text-accent underline underline-offset-4 pointer-coarse:min-h-11"
                  onClick={() => goTo(fault)}
                >
                  {t("create.line", { line: fault.line })}
                </button>
                <span className="min-w-0 flex-1 wrap-anywhere">{modelfileFaultText(fault, t, locale)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length === 0 ? null : (
        <ul aria-label={t("create.notes")} className="facts mt-3 flex flex-col gap-1">
          {notes.slice(0, most).map((note) => (
            <li key={`${note.line} ${note.column} ${note.kind}`}>
              {t("create.line", { line: note.line })}: {modelfileNoteText(note, t)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Where a line and column are in a text. */
function placeOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}
