import { ModelsFrame } from "#src/ui/models-frame.tsx";

export function HealthPage() {
  return <ModelsFrame current="health">{null}</ModelsFrame>;
}
