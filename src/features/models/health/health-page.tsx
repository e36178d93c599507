import { ModelsFrame } from "#src/features/models/models-frame.tsx";

export function HealthPage() {
  return <ModelsFrame current="health">{null}</ModelsFrame>;
}
