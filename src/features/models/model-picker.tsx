import { ChevronDown, Download } from "lucide-react";
import { useMemo, useState } from "react";
import { isRemote } from "#src/core/models/model.ts";
import { sameModel, withTag } from "#src/core/models/name.ts";
import { useSettings } from "#src/state/settings.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { Popover } from "#src/ui/popover.tsx";
import { formatAge } from "./figures.ts";
import { offeredModels } from "./find-models.ts";
import { ModelList } from "./model-list.tsx";
import { type ModelsView, useModels } from "./use-models.ts";

export type ModelPickerProps = {
  /** The chosen model, or nothing. It need not be installed. */
  value: string;
  onChange: (name: string) => void;
  onPull: (name?: string) => void;
};

/** The chosen model, and behind it all that can be chosen. */
export function ModelPicker({ value, onChange, onPull }: ModelPickerProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const view = useModels();
  const isMissing = isNotInstalled(value, view);
  const name = withTag(value);

  function pull(wanted?: string) {
    setOpen(false);
    onPull(wanted);
  }

  return (
    <Popover
      label={t("models.models")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" aria-label={labelOf(name, isMissing, t)} className="min-w-0 shrink! gap-1 px-2">
          <span className="truncate" dir="ltr">
            {name || t("models.choose")}
          </span>
          {isMissing ? <span className="facts truncate text-warn">{t("models.notInstalled")}</span> : null}
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </Button>
      }
    >
      {isMissing ? <MissingNote name={name} onPull={pull} /> : null}
      <Age view={view} />
      <Choices
        view={view}
        value={value}
        onPull={pull}
        onChoose={(chosen) => {
          onChange(chosen);
          setOpen(false);
        }}
      />
      <div className="flex border-t border-line p-1">
        <Button look="quiet" className="flex-1 justify-start! px-2.5" onClick={() => pull()}>
          <Download aria-hidden className="size-4" />
          {t("models.pullAModel")}
        </Button>
      </div>
    </Popover>
  );
}

function labelOf(name: string, isMissing: boolean, t: ReturnType<typeof useT>): string {
  if (!name) return t("models.labelNone");
  return t(isMissing ? "models.labelMissing" : "models.label", { name });
}

/** Whether the server is known not to have a model; cloud models need not be there. */
function isNotInstalled(value: string, { models, isStale }: ModelsView): boolean {
  if (!value || !models || isStale || isRemote({ name: value })) return false;
  return !models.some(({ name }) => sameModel(name, value));
}

function MissingNote({ name, onPull }: { name: string; onPull: (name: string) => void }) {
  const t = useT();
  return (
    <div className="flex items-center gap-3 border-b border-line bg-warn-soft px-3.5 py-2">
      <p className="min-w-0 flex-1 wrap-anywhere">{t("models.missing", { name })}</p>
      <Button onClick={() => onPull(name)}>{t("models.pull")}</Button>
    </div>
  );
}

function Age({ view }: { view: ModelsView }) {
  const t = useT();
  const locale = useLocale();
  const [openedAt] = useState(() => Date.now());
  if (!view.isStale) return null;
  const age = formatAge(Math.max(0, openedAt - view.updatedAt), locale);
  return <p className="facts border-b border-line bg-warn-soft px-3.5 py-2">{t("models.stale", { age })}</p>;
}

type ChoicesProps = {
  view: ModelsView;
  value: string;
  onChoose: (name: string) => void;
  onPull: (name?: string) => void;
};

function Choices({ view, value, onChoose, onPull }: ChoicesProps) {
  const t = useT();
  const pinned = useSettings((state) => state.pinnedModels);
  const hiddenNames = useSettings((state) => state.hiddenModels);
  const [showsHidden, setShowsHidden] = useState(false);
  const able = useMemo(() => offeredModels(view.models ?? [], pinned), [view.models, pinned]);
  const offered = useMemo(
    () => (showsHidden ? able : able.filter(({ name }) => !hiddenNames.includes(name))),
    [able, hiddenNames, showsHidden],
  );
  if (view.isFailed)
    return (
      <div role="alert" className="flex flex-col items-start gap-2 px-3.5 py-3">
        <p>{t("models.noList")}</p>
        <div className="flex gap-2">
          <Button onClick={view.refetch}>{t("models.retry")}</Button>
          <a href="#/connection" className="inline-flex items-center px-1 font-medium text-accent">
            {t("models.toConnection")}
          </a>
        </div>
      </div>
    );
  if (!view.models) return <Outline />;
  if (able.length === 0) return <p className="px-3.5 py-3 text-muted">{t("models.none")}</p>;
  const hidden = able.length - offered.length;
  return (
    <>
      {offered.length > 0 ? (
        <ModelList models={offered} value={value} onChoose={onChoose} onPull={onPull} />
      ) : null}
      {hidden > 0 ? <HiddenNote count={hidden} onShow={() => setShowsHidden(true)} /> : null}
    </>
  );
}

function HiddenNote({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useT();
  return (
    <div className="facts flex items-center gap-2 border-t border-line ps-3.5 pe-1">
      <p className="min-w-0 flex-1">{t("library.hiddenCount", { count })}</p>
      <Button look="quiet" className="px-2!" onClick={onShow}>
        {t("library.showThem")}
      </Button>
    </div>
  );
}

/** Still rows in the size of the real ones. */
function Outline() {
  return (
    <div aria-hidden className="reveal-late flex flex-col gap-1 p-2">
      {["w-40", "w-52", "w-32"].map((width) => (
        <div key={width} className="flex flex-col gap-1.5 px-2 py-2">
          <div className={`h-3.5 rounded-control bg-hover ${width}`} />
          <div className="h-3 w-28 rounded-control bg-hover" />
        </div>
      ))}
    </div>
  );
}
