import { nameInAddress } from "#src/core/models/show.ts";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { CreateEditor } from "./create-editor.tsx";

export type CreatePageProps = {
  /** The model to begin from. */
  base?: string;
};

/** A new model from another, from a Modelfile, or from GGUF files. */
export function CreatePage({ base = "" }: CreatePageProps) {
  return (
    <ModelsFrame current="create">
      <CreateEditor base={nameInAddress(base)} />
    </ModelsFrame>
  );
}
