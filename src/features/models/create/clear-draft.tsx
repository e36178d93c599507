import { useState } from "react";
import { type CreateDraft, emptyDraft } from "#src/core/models/create-draft.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import type { ChangeDraft } from "./use-create-draft.ts";

export type ClearDraftProps = { base: string; draft: CreateDraft; change: ChangeDraft };

/** Begins anew; what was there can be brought back. */
export function ClearDraft({ base, draft, change }: ClearDraftProps) {
  const t = useT();
  const [cleared, setCleared] = useState<{ readonly before: CreateDraft; readonly after: CreateDraft }>();

  function clear() {
    const after = emptyDraft(base);
    setCleared({ before: draft, after });
    change(() => after);
  }

  if (cleared?.after === draft)
    return (
      <Button look="quiet" onClick={() => change(() => cleared.before)}>
        {t("create.bringBack")}
      </Button>
    );
  return (
    <Button look="quiet" onClick={clear}>
      {t("create.clear")}
    </Button>
  );
}
