import { ModelsFrame } from "#src/ui/models-frame.tsx";

export function LibraryPage() {
  return <ModelsFrame current="library">{null}</ModelsFrame>;
}
