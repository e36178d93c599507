import { Code, Download, Maximize2, Workflow } from "lucide-react";
import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Translate, useT } from "#src/ui/i18n.tsx";
import { preloadable } from "#src/ui/preloadable.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { CodeBlock } from "./code/code-block.tsx";
import { Control } from "./control.tsx";
import { whenNear } from "#src/ui/near.ts";
import { type Drawing, type DrawingResult, drawDiagram, knownDrawing } from "./diagram-drawing.ts";
import "./diagram.css";
import { BlockIsOpen } from "./markdown-host.ts";
import { useIsDark } from "./use-is-dark.ts";
import { useKeptFocus } from "#src/ui/use-kept-focus.ts";

const DiagramDialog = preloadable(() =>
  import("./diagram-dialog.tsx").then((module) => module.DiagramDialog),
);

interface DiagramProps {
  readonly code: string;
  readonly language: string;
  readonly meta: string | null | undefined;
}

/** A diagram: its source while it is being written, then the drawing, with the source a click away. */
export function Diagram({ code, language, meta }: DiagramProps) {
  const t = useT();
  const isOpen = useContext(BlockIsOpen);
  const place = useRef<HTMLDivElement>(null);
  const { result, retry } = useDrawing(place, code, isOpen);
  const [isSourceShown, setSourceShown] = useState(false);
  const drawing = typeof result === "object" && "svg" in result ? result : undefined;
  const isDrawn = drawing !== undefined && !isSourceShown;
  const keptFocus = useKeptFocus(place, ".markdown-control");
  const show = (onClick: () => void) => (
    <Control label={t("preview.diagram")} onClick={onClick}>
      <Workflow size={14} aria-hidden />
    </Control>
  );
  return (
    <div
      ref={place}
      {...keptFocus}
      className="markdown-diagram-place"
      data-drawn={result === undefined ? undefined : drawing ? "drawn" : "fault"}
      data-error={faultText(result, t)}
      title={typeof result === "object" && "fault" in result ? result.fault : undefined}
    >
      {isDrawn ? (
        <DrawingView
          code={code}
          drawing={drawing}
          toggle={
            <Control label={t("preview.diagramSource")} onClick={() => setSourceShown(true)}>
              <Code size={14} aria-hidden />
            </Control>
          }
        />
      ) : (
        <CodeBlock
          code={code}
          language={language}
          meta={meta}
          actions={
            drawing ? show(() => setSourceShown(false)) : typeof result === "string" ? show(retry) : null
          }
        />
      )}
    </div>
  );
}

function faultText(result: DrawingResult | undefined, t: Translate): string | undefined {
  if (result === "late") return t("preview.diagramLate");
  if (result === "lost") return t("preview.diagramLost");
  if (result === undefined || "svg" in result) return undefined;
  // A parser lists all that it expected; the line and what it found are enough, the rest is in the tooltip.
  const [, where, found] = /^(.*?on line \d+).*?(got [^,]*)$/s.exec(result.fault) ?? [];
  const short = where && found ? `${where}, ${found}` : result.fault;
  return `${t("preview.diagramFault")} ${short.replaceAll(/\s+/g, " ").slice(0, 160)}`;
}

/** Draws once the diagram is complete and near the screen; keeps the last drawing until there is one in other colours. */
function useDrawing(place: { readonly current: HTMLElement | null }, code: string, isOpen: boolean) {
  const isDark = useIsDark();
  const [result, setResult] = useState(() => (isOpen ? undefined : knownDrawing(code, isDark)));
  useEffect(() => {
    if (isOpen || !place.current) return undefined;
    let isWanted = true;
    const stop = whenNear(place.current, () => {
      void drawDiagram(code, isDark).then((drawn) => isWanted && setResult(drawn));
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [place, code, isDark, isOpen]);
  return { result: isOpen ? undefined : result, retry: () => void drawDiagram(code, isDark).then(setResult) };
}

type DrawingProps = { readonly code: string; readonly drawing: Drawing; readonly toggle: ReactNode };

function DrawingView({ code, drawing, toggle }: DrawingProps) {
  const t = useT();
  const address = useObjectUrl(drawing.svg);
  const [isLarge, setLarge] = useState(false);
  const alt = t("preview.diagramAlt", { kind: drawing.kind, line: code.trim().split("\n", 1)[0] ?? "" });
  const { width, height } = drawing;
  return (
    <figure className="markdown-diagram" dir="ltr">
      <div className="markdown-code-bar" data-language="mermaid">
        {toggle}
        <Control label={t("preview.diagramLarge")} onClick={() => setLarge(true)}>
          <Maximize2 size={14} aria-hidden />
        </Control>
        <Control
          label={t("preview.diagramDownload")}
          onClick={() => saveFile("diagram.svg", drawing.svg, "image/svg+xml")}
        >
          <Download size={14} aria-hidden />
        </Control>
      </div>
      {/* Scrolled with the keyboard, so it takes the focus. */}
      <div className="markdown-diagram-view" tabIndex={0} role="group" aria-label={alt}>
        <img src={address} alt={alt} width={width} height={height} draggable={false} />
      </div>
      {/* What was written stays the text of the message. */}
      <pre className="sr-only">{code}</pre>
      {isLarge ? (
        <DiagramDialog
          address={address}
          alt={alt}
          width={width}
          height={height}
          onClose={() => setLarge(false)}
        />
      ) : null}
    </figure>
  );
}

/** An SVG that is shown as an image runs and loads nothing. */
function useObjectUrl(svg: string): string {
  const address = useMemo(() => URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })), [svg]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return address;
}
