import { ModelsFrame } from "#src/ui/models-frame.tsx";

export function PullsPage() {
  return <ModelsFrame current="pulls">{null}</ModelsFrame>;
}
