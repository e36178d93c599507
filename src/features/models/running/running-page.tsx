import { ModelsFrame } from "#src/features/models/models-frame.tsx";

export function RunningPage() {
  return <ModelsFrame current="running">{null}</ModelsFrame>;
}
