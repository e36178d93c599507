import { useState } from "react";
import { asForm, asText, type CreateDraft } from "#src/core/models/create-draft.ts";
import type { PrintedFiles } from "#src/core/models/modelfile-print.ts";
import { useT } from "#src/ui/i18n.tsx";
import { RadioChoice } from "#src/ui/radio-choice.tsx";
import type { ChangeDraft } from "./use-create-draft.ts";

export type ViewSwitchProps = {
  draft: CreateDraft;
  change: ChangeDraft;
  base: string;
  /** Those on the server. */
  files: PrintedFiles;
};

/** Form or Modelfile. From a Modelfile with faults there is no way to the form before they are mended. */
export function ViewSwitch({ draft, change, base, files }: ViewSwitchProps) {
  const t = useT();
  const [isHeld, setIsHeld] = useState(false);
  const isStuck = isHeld && draft.view === "text" && !asForm(draft, base, files);

  function choose(view: "form" | "text") {
    if (view === "text") return change((now) => asText(now, base, files));
    setIsHeld(true);
    return change((now) => asForm(now, base, files) ?? now);
  }

  return (
    <div>
      <RadioChoice
        legend={t("create.view")}
        value={draft.view}
        options={[
          { value: "form", label: t("create.view.form") },
          { value: "text", label: t("create.view.text") },
        ]}
        onChange={choose}
      />
      <p role="status" className="facts mt-1 text-bad empty:hidden">
        {isStuck ? t("create.view.stuck") : null}
      </p>
    </div>
  );
}
