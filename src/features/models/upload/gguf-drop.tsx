import { useEffect, useState } from "react";
import { addFiles } from "#src/state/uploads.ts";
import { useT } from "#src/ui/i18n.tsx";

/**
 * Takes files that are dropped anywhere on the page. `GgufFiles` brings its own; a page shows one while that is not there.
 */
export function GgufDrop({ onDropped }: { onDropped?: () => void }) {
  const t = useT();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (!hasFiles(event)) return;
      // Else the browser would leave the page for the file.
      event.preventDefault();
      addFiles([...(event.dataTransfer?.files ?? [])]);
      onDropped?.();
    };
    const listeners = [
      ["dragenter", over],
      ["dragover", over],
      ["dragleave", leave],
      ["drop", drop],
    ] as const;
    for (const [type, listener] of listeners) window.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener);
    };
  }, [onDropped]);

  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-40 grid place-items-center rounded-panel border-2 border-dashed border-accent bg-raised/90 text-title">
      {t("upload.letGo")}
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
