import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { isRemote } from "#src/core/models/model.ts";
import { sameModel, withTag } from "#src/core/models/name.ts";
import { useAbilities } from "#src/state/abilities.ts";
import { Button } from "#src/ui/button.tsx";
import { loadPageTexts, useT } from "#src/ui/i18n.tsx";
import { Popover } from "#src/ui/popover.tsx";
import { preloadable } from "#src/ui/preloadable.tsx";
import { type ModelsView, useModels } from "./use-models.ts";

export type ModelPickerProps = {
  /** The chosen model, or nothing. It need not be installed. */
  value: string;
  /** Address of the server that it is asked on. */
  server: string;
  /** `server`: an address, or `byRule`; absent where there is one server. */
  onChange: (name: string, server?: string) => void;
  onPull: (name?: string) => void;
};

/** Not needed before the picker is opened. */
export const ModelPanel = preloadable(async () => {
  const [{ ModelPanel: panel }] = await Promise.all([import("./model-panel.tsx"), loadPageTexts()]);
  return panel;
});

/** The chosen model, and behind it all that can be chosen. */
export function ModelPicker({ value, server, onChange, onPull }: ModelPickerProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const isMissing = isNotInstalled(value, useModels(server));
  // Other servers' names have no tags.
  const isOpenAi = useAbilities(({ known }) => known.get(server)?.kind === "openai");
  const name = isOpenAi ? value : withTag(value);

  // Opened only once there is a search box to have the focus.
  function change(next: boolean) {
    if (!next) return setOpen(false);
    const open = () => setOpen(true);
    void ModelPanel.preload().then(open, open);
    return undefined;
  }

  return (
    <Popover
      label={t("models.models")}
      isOpen={isOpen}
      onOpenChange={change}
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
      <ModelPanel
        value={value}
        server={server}
        isMissing={isMissing}
        onChoose={(chosen, at) => {
          onChange(chosen, at);
          setOpen(false);
        }}
        onPull={(wanted) => {
          setOpen(false);
          onPull(wanted);
        }}
      />
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
