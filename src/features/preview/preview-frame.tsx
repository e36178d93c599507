import { useCallback, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { Artefact } from "#src/core/markdown/previews.ts";
import type { PreviewMessage, RunPreview } from "#src/frames/message.ts";
import { useT } from "#src/ui/i18n.tsx";
import { createBudget } from "./message-budget.ts";
import { lengthOf, readPreviewMessage } from "./read-message.ts";
import type { ConsoleLine } from "./use-console.ts";
import { useGuardedFocus } from "./use-guarded-focus.ts";

export type PreviewFrameProps = {
  artefact: Artefact;
  isNetworkAllowed: boolean;
  onLine: (line: ConsoleLine) => void;
  /** The page is gone: it tried to leave, does not answer, or sends too much. */
  onGone: (how: "left" | "silent" | "loud" | "greedy") => void;
  onEscape: () => void;
};

/**
 * The page that a model wrote, running. Its frame has an origin of its own and the policy of its own file; the page stands
 * in a child of that frame, which no address may take its place in.
 */
export function PreviewFrame({ artefact, isNetworkAllowed, onLine, onGone, onEscape }: PreviewFrameProps) {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  const { kind, source } = artefact;
  useGuardedFocus(
    frame,
    useCallback(() => onGone("greedy"), [onGone]),
  );

  useEffect(() => {
    const budget = createBudget();
    function onMessage(event: MessageEvent<unknown>) {
      const outer = frame.current?.contentWindow;
      // Reading a frame that is not there throws.
      const inner = outer && outer.length > 0 ? outer[0] : undefined;
      if (!event.source || (event.source !== outer && event.source !== inner)) return;
      let message: PreviewMessage | undefined;
      const isWithin = budget.spend(() => {
        message = readPreviewMessage(event.data);
        return lengthOf(event.data);
      });
      // At once: the messages that wait would keep the app from drawing.
      if (!isWithin) return flushSync(() => onGone("loud"));
      if (message?.type === "console") onLine(message);
      if (message?.type === "left" || message?.type === "silent") onGone(message.type);
      // A key that is pressed elsewhere is not told by the preview.
      if (message?.type === "escape" && document.activeElement === frame.current) onEscape();
    }
    window.addEventListener("message", onMessage);
    return () => window.removeEventListener("message", onMessage);
  }, [onLine, onGone, onEscape]);

  return (
    <iframe
      ref={frame}
      title={t("preview.page")}
      src={isNetworkAllowed ? "frames/preview-network.html" : "frames/preview.html"}
      sandbox="allow-scripts"
      allow=""
      referrerPolicy="no-referrer"
      className="min-h-0 w-full flex-1 border-0 bg-page"
      onLoad={(event) => {
        const run: RunPreview = { kind, source };
        // Its origin is opaque, so no other target can be named.
        event.currentTarget.contentWindow?.postMessage(run, "*");
      }}
    />
  );
}
