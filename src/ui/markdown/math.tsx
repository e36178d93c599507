import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useT } from "#src/ui/i18n.tsx";
import { markControls } from "./control-marks.tsx";
import "./math.css";
import { useDrawing } from "./math-loader.ts";

/** A formula that is being written is shown as TeX: half of it is mostly no formula, and would flicker. */
const stillAfter = 300;

function useStill(tex: string): boolean {
  const [still, setStill] = useState(tex);
  useEffect(() => {
    if (still === tex) return undefined;
    const timer = setTimeout(() => setStill(tex), stillAfter);
    return () => clearTimeout(timer);
  }, [still, tex]);
  return still === tex;
}

interface Result {
  readonly tex: string;
  readonly fault: string | undefined;
}

/** Drawn once, by KaTeX in an element that React leaves alone; as TeX until then, and for good where it cannot be drawn. */
function Formula({ tex, isDisplay }: { tex: string; isDisplay: boolean }) {
  const host = useRef<HTMLSpanElement>(null);
  const drawing = useDrawing();
  const isStill = useStill(tex);
  const [result, setResult] = useState<Result>();
  useLayoutEffect(() => {
    const element = host.current;
    if (!element || !drawing || !isStill) return undefined;
    return drawing.drawInTurn(element, tex, isDisplay, (fault) => setResult({ tex, fault }));
  }, [drawing, isDisplay, isStill, tex]);
  const known = result?.tex === tex && isStill ? result : undefined;
  const isDrawn = known !== undefined && known.fault === undefined;
  return (
    <>
      <span ref={host} hidden={!isDrawn} />
      {isDrawn ? null : (
        <code className="markdown-tex" title={known?.fault}>
          {markControls(tex, "code")}
        </code>
      )}
    </>
  );
}

/** A formula in a line. */
export function InlineMath({ tex }: { tex: string }) {
  return (
    <span className="markdown-formula" dir="ltr">
      <Formula tex={tex} isDisplay={false} />
    </span>
  );
}

/** A formula on lines of its own. */
export function DisplayMath({ tex }: { tex: string }) {
  const t = useT();
  return (
    // Scrolled with the keyboard, so it takes the focus.
    <div className="markdown-math" dir="ltr" role="group" aria-label={t("markdown.formula")} tabIndex={0}>
      <Formula tex={tex} isDisplay />
    </div>
  );
}
