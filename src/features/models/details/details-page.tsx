import { parseModelName } from "#src/core/models/name.ts";
import { nameInAddress } from "#src/core/models/show.ts";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { ModelDetails } from "./model-details.tsx";
import { NoSuchModel } from "./no-such-model.tsx";

/** One model's page; `name` as it stands in the address. */
export function DetailsPage({ name }: { name: string }) {
  const typed = nameInAddress(name);
  const parsed = parseModelName(typed);
  return (
    <ModelsFrame current="library" isPart>
      {parsed.ok ? (
        <ModelDetails name={parsed.name} />
      ) : (
        <NoSuchModel name={typed} nameFault={parsed.reason} />
      )}
    </ModelsFrame>
  );
}
