import { ModelsFrame } from "#src/features/models/models-frame.tsx";

export function PullsPage() {
  return <ModelsFrame current="pulls">{null}</ModelsFrame>;
}
