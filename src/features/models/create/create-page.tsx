import { ModelsFrame } from "#src/ui/models-frame.tsx";

export type CreatePageProps = {
  /** The model to begin from. */
  base?: string;
};

export function CreatePage({ base }: CreatePageProps) {
  return <ModelsFrame current="create">{base}</ModelsFrame>;
}
