import { ModelsFrame } from "#src/ui/models-frame.tsx";

export function RunningPage() {
  return <ModelsFrame current="running">{null}</ModelsFrame>;
}
