import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import type { ModelInfo, ModelShow } from "#src/core/models/show.ts";
import { useT } from "#src/ui/i18n.tsx";
import { InfoPanel } from "./info-panel.tsx";
import { MessagesPanel } from "./messages-panel.tsx";
import { ParametersPanel } from "./parameters-panel.tsx";
import { TensorsPanel } from "./tensors-panel.tsx";
import { TextPanel } from "./text-panel.tsx";
import type { WholeInfo } from "./whole-info.ts";

export type DetailsTabsProps = {
  name: string;
  show: ModelShow;
  /** Its metadata, with the arrays once they are there. */
  info: ModelInfo;
  isAway: boolean;
  whole: WholeInfo;
};

type Tab = { readonly value: string; readonly label: string; readonly panel: ReactNode };

/** All that `/api/show` tells, one part at a time; a part is drawn when it is chosen. */
export function DetailsTabs({ name, show, info, isAway, whole }: DetailsTabsProps) {
  const t = useT();
  const file = name.replaceAll(/[^\w.-]+/g, "-");
  const text = (value: string, label: string, content: string, none: string, suffix: string): Tab => ({
    value,
    label,
    panel: <TextPanel label={label} text={content} none={none} fileName={`${file}${suffix}`} />,
  });
  const projector = whole.data?.projector ?? show.projector;
  const tabs: readonly (Tab | false)[] = [
    {
      value: "parameters",
      label: t("details.parameters"),
      panel: <ParametersPanel parameters={show.parameters} />,
    },
    text("system", t("details.system"), show.system, t("details.noSystem"), ".system.txt"),
    text("template", t("details.template"), show.template, t("details.noTemplate"), ".template.txt"),
    text("modelfile", t("details.modelfile"), show.modelfile, t("details.noModelfile"), ".Modelfile"),
    text("licence", t("details.licence"), show.license, t("details.noLicence"), ".licence.txt"),
    show.messages.length > 0 && {
      value: "messages",
      label: t("details.messages"),
      panel: <MessagesPanel messages={show.messages} />,
    },
    {
      value: "metadata",
      label: t("details.metadata"),
      panel: <InfoPanel key="info" info={info} isAway={isAway} whole={whole} />,
    },
    show.tensors.length > 0 && {
      value: "tensors",
      label: t("details.tensors"),
      panel: <TensorsPanel tensors={show.tensors} />,
    },
    Object.keys(projector).length > 0 && {
      value: "projector",
      label: t("details.projector"),
      panel: <InfoPanel key="projector" info={projector} isAway={isAway} whole={whole} />,
    },
  ];
  const there = tabs.flatMap((tab) => (tab ? [tab] : []));
  return (
    <Tabs.Root defaultValue="parameters" className="mt-8">
      <Tabs.List
        aria-label={t("details.parts")}
        className="flex gap-1 overflow-x-auto border-b border-line p-1 pb-0"
      >
        {there.map(({ value, label }) => (
          <Tabs.Trigger
            key={value}
            value={value}
            className="min-h-9 shrink-0 rounded-t-control border-b-2 border-transparent px-3 text-muted hover:bg-hover hover:text-text data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text pointer-coarse:min-h-11"
          >
            {label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {there.map(({ value, panel }) => (
        <Tabs.Content key={value} value={value} className="pt-4 focus-visible:outline-offset-4">
          {panel}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
