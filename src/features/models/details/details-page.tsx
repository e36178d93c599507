import { ModelsFrame } from "#src/ui/models-frame.tsx";

export function DetailsPage({ name }: { name: string }) {
  return (
    <ModelsFrame>
      <h3>{name}</h3>
    </ModelsFrame>
  );
}
