import { useDeferredValue, useId, useMemo, useState } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import type { Exchange } from "#src/core/requests/exchange.ts";
import { reportText } from "#src/core/requests/report-text.ts";
import { makeReport } from "#src/state/requests-report.ts";
import { useRequestsView, writeNote } from "#src/state/requests-view.ts";
import { Button } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { Area } from "#src/ui/field.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { LongText } from "#src/ui/long-text.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { RadioRow } from "./radio-row.tsx";

/** Characters of a report that are shown before it is saved. */
const shownFirst = 50_000;

export type ReportDialogProps = {
  all: readonly Exchange[];
  shown: readonly Exchange[];
  open: Exchange | undefined;
  onClose: () => void;
};

/** A bug report as it will be saved, word for word. */
export function ReportDialog({ all, shown, open, onClose }: ReportDialogProps) {
  const t = useT();
  const locale = useLocale();
  const bodiesId = useId();
  // What goes on meanwhile does not come into it.
  const [sets] = useState({ open: open ? [open] : [], shown: shown.toReversed(), all });
  const isNarrowed = sets.shown.length < sets.all.length;
  const [scope, setScope] = useState<"open" | "shown" | "all">(
    open ? "open" : isNarrowed && sets.shown.length > 0 ? "shown" : "all",
  );
  const [format, setFormat] = useState<"text" | "json">("text");
  const [withBodies, setWithBodies] = useState(true);
  const [said, setSaid] = useState("");
  const note = useRequestsView((state) => state.note);
  const lateNote = useDeferredValue(note);
  const content = useMemo(() => {
    const report = makeReport(sets[scope], { note: lateNote, withBodies });
    return format === "json" ? `${JSON.stringify(report, null, 2)}\n` : reportText(report);
  }, [sets, scope, lateNote, withBodies, format]);
  const scopes = (["open", "shown", "all"] as const).filter((name) =>
    name === "shown" ? isNarrowed && sets.shown.length > 0 : sets[name].length > 0,
  );

  function save() {
    const name = `candor-report-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}`;
    if (format === "json") saveFile(`${name}.json`, content);
    else saveFile(`${name}.md`, content, "text/markdown");
    onClose();
  }

  return (
    <Dialog
      title={t("requests.report")}
      description={t("requests.reportAbout")}
      isOpen
      onOpenChange={onClose}
      className="sm:top-[6dvh]! sm:w-[52rem]"
    >
      <RadioRow
        legend={t("requests.reportScope")}
        value={scope}
        options={scopes.map((name) => ({
          value: name,
          label: t(`requests.scope.${name}`, { count: sets[name].length, id: open?.id ?? 0 }),
        }))}
        onChange={setScope}
      />
      <RadioRow
        legend={t("requests.reportFormat")}
        value={format}
        options={[
          { value: "text", label: t("requests.format.text") },
          { value: "json", label: t("requests.format.json") },
        ]}
        onChange={setFormat}
      />
      <label htmlFor={bodiesId} className="my-2 flex items-start gap-2">
        <input
          id={bodiesId}
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          checked={withBodies}
          onChange={(event) => setWithBodies(event.target.checked)}
        />
        <span>{t("requests.withBodies")}</span>
      </label>
      <Area
        label={t("requests.note")}
        rows={2}
        value={note}
        onChange={(event) => writeNote(event.target.value)}
      />
      <h3 className="mt-3 mb-1 flex items-baseline gap-2 font-medium">
        {t("requests.preview")}
        <span className="facts">{formatBytes(new Blob([content]).size, locale)}</span>
      </h3>
      <pre
        role="region"
        aria-label={t("requests.preview")}
        dir="auto"
        // A region that scrolls has to be reachable with the keyboard.
        tabIndex={0}
        className="max-h-[34dvh] min-h-32 overflow-auto rounded-control border border-line bg-surface p-3 font-mono text-facts whitespace-pre-wrap wrap-anywhere"
      >
        <LongText text={content.slice(0, shownFirst)} />
      </pre>
      {content.length > shownFirst ? <p className="facts mt-1">{t("requests.previewCut")}</p> : null}
      <div className="mt-4 flex flex-wrap items-center justify-end gap-2">
        <span role="status" className="facts me-auto">
          {said}
        </span>
        <Button
          onClick={async () =>
            setSaid(t((await copyText(content)) ? "requests.reportCopied" : "requests.copyFailed"))
          }
        >
          {t("requests.copyReport")}
        </Button>
        <Button look="primary" onClick={save}>
          {t("requests.saveReport")}
        </Button>
      </div>
    </Dialog>
  );
}
