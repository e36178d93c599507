import { Cloud, MemoryStick, Pin } from "lucide-react";
import { type ChangeEvent, memo } from "react";
import { isRemote, type Model } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { ModelMenu } from "#src/features/models/actions/model-menu.tsx";
import { formatAge } from "#src/features/models/figures.ts";
import { useMemoryChange } from "#src/features/models/running/use-memory-change.ts";
import { keepModel, type Removal } from "#src/state/model-removal.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { capabilityText } from "./capability-text.ts";
import { columnTexts } from "./column-heads.tsx";
import { formatDay } from "./format-day.ts";

export type ModelRowProps = {
  model: Model;
  /** In the whole table, its heads counted, from 1 on. */
  place: number;
  /** Milliseconds since 1970 UTC, as `usedAt`. */
  now: number;
  usedAt: number | undefined;
  isChosen: boolean;
  isPinned: boolean;
  isHidden: boolean;
  isInMemory: boolean;
  /** Where it is about to be deleted. */
  going: Removal["status"] | undefined;
  onToggle: (event: ChangeEvent<HTMLInputElement>) => void;
};

/** One model: what decides between models, and its menu. */
export const ModelRow = memo(function ModelRow(props: ModelRowProps) {
  const { model, place, now, usedAt, isChosen, going, onToggle } = props;
  const t = useT();
  const locale = useLocale();
  const { name, family, parameterSize, quantization, size, modifiedAt } = model;
  const quantized = quantization === "unknown" ? "" : quantization;
  return (
    <div
      role="row"
      aria-label={name}
      aria-rowindex={place}
      className="library-row"
      data-chosen={isChosen && !going}
      data-going={going}
    >
      <div role="cell">
        <label className="library-check">
          <input
            type="checkbox"
            value={name}
            aria-label={t("library.select", { name })}
            checked={isChosen && !going}
            disabled={going !== undefined}
            onChange={onToggle}
          />
        </label>
      </div>
      <div role="cell" className="library-name">
        <a href={`#/models/${encodeURIComponent(name)}`} dir="ltr">
          {name}
        </a>
        {going ? <Going name={name} status={going} /> : <Marks {...props} />}
      </div>
      <div role="cell" data-label={t(columnTexts.family)}>
        {family}
      </div>
      <div role="cell" data-label={t(columnTexts.parameters)}>
        {[parameterSize, quantized].filter(Boolean).join(" · ")}
      </div>
      <div role="cell" data-label={t(columnTexts.size)}>
        {isRemote(model) ? "" : formatBytes(size, locale)}
      </div>
      <div role="cell" data-label={t(columnTexts.modified)}>
        {modifiedAt > 0 ? formatDay(modifiedAt, locale) : ""}
      </div>
      <div role="cell" data-label={t(columnTexts.used)}>
        {usedAt === undefined ? "" : formatAge(Math.max(0, now - usedAt), locale)}
      </div>
      <div role="cell" className="library-menu">
        <ModelMenu model={model} />
      </div>
    </div>
  );
});

/** Nothing is sent while it waits, so it can be kept until then. */
function Going({ name, status }: { name: string; status: Removal["status"] }) {
  const t = useT();
  if (status === "deleting") return <div className="library-marks">{t("library.deleting")}</div>;
  return (
    <div className="library-marks items-center">
      {t("library.going")}
      <button
        type="button"
        aria-label={t("library.keepModel", { name })}
        className="font-medium text-accent hover:underline pointer-coarse:min-h-11"
        onClick={({ currentTarget }) => {
          // This button goes; the keyboard goes on in the row.
          const menu = currentTarget.closest('[role="row"]')?.querySelector("[data-model-menu]");
          if (menu instanceof HTMLElement) menu.focus();
          keepModel(name);
        }}
      >
        {t("actions.keep")}
      </button>
    </div>
  );
}

/** What a model can do, where it is, and what the user said of it. That it chats goes without saying. */
function Marks({ model, isPinned, isHidden, isInMemory }: ModelRowProps) {
  const t = useT();
  const isLoading = useMemoryChange(model.name)?.status === "loading";
  const able = (model.capabilities ?? []).filter((capability) => capability !== "completion");
  return (
    <div className="library-marks">
      {isPinned ? (
        <span>
          <Pin aria-hidden />
          {t("library.pinned")}
        </span>
      ) : null}
      {isHidden ? <span>{t("library.hidden")}</span> : null}
      {isLoading ? <span>{t("library.loading")}</span> : null}
      {isInMemory ? (
        <span className="text-good">
          <MemoryStick aria-hidden />
          {t("models.inMemory")}
        </span>
      ) : null}
      {isRemote(model) ? (
        <span className="text-warn">
          <Cloud aria-hidden />
          {t("models.leaves")}
        </span>
      ) : null}
      {able.length > 0 ? (
        <span>{able.map((capability) => capabilityText(capability, t)).join(" · ")}</span>
      ) : null}
    </div>
  );
}
