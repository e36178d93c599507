import { Brain, Check, Cloud, Eye, MemoryStick, Wrench } from "lucide-react";
import { memo, type ReactNode } from "react";
import { isRemote, type Model } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { classes } from "#src/ui/classes.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ServerMark } from "#src/ui/server-mark.tsx";
import type { ModelMarks } from "./merge-models.ts";

export type ModelOptionProps = {
  id: string;
  model: Model;
  isSelected: boolean;
  isActive: boolean;
  isInMemory: boolean;
  /** The servers that have it, where there are several. */
  marks: ModelMarks | undefined;
  onChoose: (name: string) => void;
};

/** One model of the list: its name, and what decides between models. */
export const ModelOption = memo(function ModelOption(props: ModelOptionProps) {
  const { id, model, isSelected, isActive, isInMemory, marks, onChoose } = props;
  return (
    // Keys are handled by the search box, which names the active option; a native option cannot hold facts.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      onClick={() => onChoose(model.name)}
      onMouseDown={(event) => event.preventDefault()}
      className={classes(
        "flex gap-2 rounded-control px-2.5 py-1.5 [contain-intrinsic-size:auto_3.25rem] [content-visibility:auto] pointer-coarse:min-h-11",
        isActive ? "bg-accent-soft" : "hover:bg-hover",
      )}
    >
      <Check
        aria-hidden
        className={classes("mt-0.5 size-4 shrink-0 text-accent", !isSelected && "invisible")}
      />
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium" dir="ltr">
          {model.name}
        </div>
        <ModelFacts model={model} isInMemory={isInMemory} />
        {marks ? <Servers marks={marks} /> : null}
      </div>
    </div>
  );
});

/** Size, parameters, quantisation, abilities and whereabouts of a model, in one line of facts. */
function ModelFacts({ model, isInMemory }: { model: Model; isInMemory: boolean }) {
  const t = useT();
  const locale = useLocale();
  const isAway = isRemote(model);
  const can = (capability: string) => model.capabilities?.includes(capability);
  return (
    <div className="facts flex flex-wrap items-center gap-x-2.5">
      {isAway || model.size === 0 ? null : <span>{formatBytes(model.size, locale)}</span>}
      {model.parameterSize ? <span>{model.parameterSize}</span> : null}
      {model.quantization && model.quantization !== "unknown" ? <span>{model.quantization}</span> : null}
      {can("thinking") ? <Mark icon={<Brain aria-hidden />} text={t("models.can.thinking")} /> : null}
      {can("vision") ? <Mark icon={<Eye aria-hidden />} text={t("models.can.vision")} /> : null}
      {can("tools") ? <Mark icon={<Wrench aria-hidden />} text={t("models.can.tools")} /> : null}
      {isAway ? <Mark icon={<Cloud aria-hidden />} text={t("models.leaves")} className="text-warn" /> : null}
      {isInMemory ? (
        <Mark icon={<MemoryStick aria-hidden />} text={t("models.inMemory")} className="text-good" />
      ) : null}
    </div>
  );
}

/** The servers that have a model, each with what is known of it there. */
function Servers({ marks: { servers, isMixed } }: { marks: ModelMarks }) {
  const t = useT();
  return (
    <div className="facts mt-0.5 flex flex-wrap items-center gap-x-2.5">
      {servers.map(({ server, isDown, isInMemory }) => (
        <span key={server.url} className="inline-flex min-w-0 items-center gap-1">
          <ServerMark server={server} isAway={isDown} />
          {isDown ? <span className="text-warn">{t("choice.away")}</span> : null}
          {isInMemory && !isDown ? (
            <Mark icon={<MemoryStick aria-hidden />} text={t("models.inMemory")} className="text-good" />
          ) : null}
        </span>
      ))}
      {isMixed ? <span>{t("choice.mixed")}</span> : null}
    </div>
  );
}

function Mark({ icon, text, className }: { icon: ReactNode; text: string; className?: string }) {
  return (
    <span className={classes("inline-flex items-center gap-1 [&_svg]:size-3", className)}>
      {icon}
      {text}
    </span>
  );
}
