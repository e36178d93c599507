import { useMemo, useState } from "react";
import { findInfo, infoRows, type InfoRow } from "#src/core/models/model-info.ts";
import type { ModelInfo } from "#src/core/models/show.ts";
import { asCode, Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { InfoTable } from "./info-table.tsx";
import { InfoValue } from "./info-value.tsx";
import { LoadWhole } from "./load-whole.tsx";
import type { WholeInfo } from "./whole-info.ts";

export type InfoPanelProps = { info: ModelInfo; isAway: boolean; whole: WholeInfo };

/** Metadata of a model's file: searched, and whole where somebody asks for it. */
export function InfoPanel({ info, isAway, whole }: InfoPanelProps) {
  const t = useT();
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState<InfoRow>();
  const rows = useMemo(() => infoRows(info), [info]);
  const found = useMemo(() => findInfo(rows, search), [rows, search]);
  if (rows.length === 0)
    return <p className="text-muted">{t(isAway ? "details.noMetadataAway" : "details.noMetadata")}</p>;
  const hidden = rows.filter(({ isHidden }) => isHidden).length;
  return (
    <div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Field
          className="w-full max-w-sm"
          type="search"
          label={t("details.searchMetadata")}
          placeholder="rope"
          {...asCode}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {hidden > 0 ? <LoadWhole whole={whole} text={t("details.hidden", { count: hidden })} /> : null}
      </div>
      <p className="facts mt-2" role="status">
        {t("details.keyCount", { count: found.length, all: rows.length })}
      </p>
      <InfoTable rows={found} onOpen={setOpened} />
      {opened ? (
        <InfoValue name={opened.key} value={info[opened.key]} onClose={() => setOpened(undefined)} />
      ) : null}
    </div>
  );
}
