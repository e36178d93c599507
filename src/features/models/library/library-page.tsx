import { ModelsFrame } from "#src/features/models/models-frame.tsx";

export function LibraryPage() {
  return <ModelsFrame current="library">{null}</ModelsFrame>;
}
