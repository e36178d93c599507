import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { cosineAt } from "#src/core/playground/similarity.ts";
import { heatColour } from "#src/core/playground/similarity-colour.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { useIsDark } from "#src/ui/markdown/use-is-dark.ts";
import { formatCosine, partOf } from "./heat-style.ts";
import type { HeatProps } from "./heat-table.tsx";
import { shortText } from "./text-button.tsx";

/** Far keys move by so many texts. */
const far = 10;

/** The matrix of many texts: one point a pair, and the pair under the pointer or the cursor in words. */
export function HeatMap({ texts, matrix, from, chosen, onChoose }: HeatProps) {
  const t = useT();
  const locale = useLocale();
  const isDark = useIsDark();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [column, setColumn] = useState(0);
  const { size } = matrix;
  const within = (place: number) => Math.min(size - 1, Math.max(0, place));

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    // One write a pair: byte by byte a thousand texts would take a third of a second.
    const bytes = Array.from({ length: 256 }, (_, step) => [...heatColour(step / 255, isDark), 255]);
    const colours = new Uint32Array(Uint8Array.from(bytes.flat()).buffer);
    const image = context.createImageData(size, size);
    const pixels = new Uint32Array(image.data.buffer);
    for (const [at, value] of matrix.values.entries()) {
      // A pair without a value stays clear.
      if (Number.isNaN(value)) continue;
      const step = Math.round(255 * Math.min(1, Math.max(0, partOf(value, from))));
      pixels[at] = colours[step] ?? 0;
    }
    context.putImageData(image, 0, 0);
  }, [matrix, size, from, isDark]);

  function move(event: KeyboardEvent) {
    const step = event.shiftKey ? far : 1;
    const moves: Record<string, readonly [number, number]> = {
      ArrowUp: [-step, 0],
      ArrowDown: [step, 0],
      ArrowLeft: [0, -step],
      ArrowRight: [0, step],
      PageUp: [-far, 0],
      PageDown: [far, 0],
      Home: [0, -size],
      End: [0, size],
    };
    const by = moves[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(within(chosen + by[0]));
    setColumn(within(column + by[1]));
  }

  function point(event: PointerEvent<HTMLElement>) {
    if (event.type === "pointermove" && event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onChoose(within(Math.floor(((event.clientY - box.top) / box.height) * size)));
    setColumn(within(Math.floor(((event.clientX - box.left) / box.width) * size)));
  }

  const value = formatCosine(cosineAt(matrix, chosen, column), locale, 3);
  const pair = t("embeddings.pair", {
    a: chosen + 1,
    textA: shortText(texts[chosen] ?? ""),
    b: column + 1,
    textB: shortText(texts[column] ?? ""),
    value,
  });
  return (
    <div className="flex flex-col gap-2">
      {/* The role is made for this: keys and pointer go to what is drawn. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="application"
        aria-label={t("embeddings.map", { count: size })}
        aria-describedby="heat-map-hint"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        dir="ltr"
        onKeyDown={move}
        onPointerDown={point}
        onPointerMove={point}
        className="relative aspect-square w-full max-w-xl cursor-crosshair touch-none overflow-hidden rounded-control border border-line"
      >
        <canvas ref={canvas} width={size} height={size} className="size-full [image-rendering:pixelated]" />
        <Cross row={chosen} column={column} size={size} />
      </div>
      <p id="heat-map-hint" className="facts">
        {t("embeddings.mapHint")}
      </p>
      <output className="tabular-nums wrap-anywhere" dir="auto">
        {pair}
      </output>
    </div>
  );
}

/** Where the cursor is. */
function Cross({ row, column, size }: { row: number; column: number; size: number }) {
  const percent = (place: number) => `${((place + 0.5) / size) * 100}%`;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      <div className="absolute inset-x-0 h-px bg-text" style={{ top: percent(row) }} />
      <div className="absolute inset-y-0 w-px bg-text" style={{ left: percent(column) }} />
    </div>
  );
}
