import { useCallback, useRef, useState } from "react";
import { closePreview, openPreview, type OpenPreview } from "#src/state/previews.ts";
import { Button } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { useKeptFocus } from "#src/ui/use-kept-focus.ts";
import { PreviewBar } from "./preview-bar.tsx";
import { PreviewConsole } from "./preview-console.tsx";
import { PreviewFrame } from "./preview-frame.tsx";
import { PreviewHead } from "./preview-head.tsx";
import { useConsole } from "./use-console.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useFocusWhileOpen } from "./use-focus-while-open.ts";
import { useFullScreen } from "./use-full-screen.ts";
import { useVersions } from "./use-versions.ts";

/** How a run stands; each start is a new one, whose frame is made anew. */
type Run = {
  readonly number: number;
  readonly state: "running" | "stopped" | "left" | "silent" | "loud" | "greedy";
};

/** Beside the transcript: what a model wrote to be run, running. On narrow windows over it. */
export function PreviewPanel({ open }: { open: OpenPreview }) {
  const t = useT();
  const panel = useRef<HTMLElement>(null);
  const versions = useVersions(open.conversationId, open.kind);
  // One of several that are the same, where the user went to it.
  const [chosen, setChosen] = useState(-1);
  const index =
    versions[chosen]?.source === open.source
      ? chosen
      : versions.findLastIndex(({ source }) => source === open.source);
  const [run, setRun] = useState<Run>({ number: 0, state: "running" });
  const [hasNetwork, setHasNetwork] = useState(false);
  const [isSourceShown, setSourceShown] = useState(false);
  // A program without a page shows what it writes.
  const [isConsoleShown, setConsoleShown] = useState(open.kind === "js");
  const { lines, count, errors, add } = useConsole(run.number);
  const { isFull, toggleFull } = useFullScreen(panel);
  useFocusWhileOpen(panel, open, useIsNarrow() || isFull);
  const keptFocus = useKeptFocus(panel, "[data-first]");

  const restart = () => setRun(({ number }) => ({ number: number + 1, state: "running" }));
  const end = useCallback((state: Run["state"]) => setRun(({ number }) => ({ number, state })), []);

  // Another one is not allowed what this one was.
  const [shown, setShown] = useState(open);
  if (shown !== open) {
    setShown(open);
    setHasNetwork(false);
    setConsoleShown(open.kind === "js");
    restart();
  }

  function show(next: number) {
    const version = versions[next];
    if (!version) return;
    setChosen(next);
    openPreview(open.conversationId, version);
  }

  return (
    // Its controls let the key through.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      {...keptFocus}
      aria-label={t("preview.name")}
      className={classes(
        "fixed inset-0 z-30 flex flex-col bg-page pb-[env(safe-area-inset-bottom)]",
        !isFull &&
          "lg:static lg:z-auto lg:w-1/2 lg:min-w-90 lg:shrink-0 lg:border-s lg:border-t lg:border-line lg:rounded-ss-panel",
      )}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        closePreview();
      }}
    >
      <PreviewHead
        open={open}
        index={index}
        count={versions.length}
        isFull={isFull}
        onShow={show}
        onFull={toggleFull}
        onClose={closePreview}
      />
      <PreviewBar
        isRunning={run.state === "running"}
        isSourceShown={isSourceShown}
        hasNetwork={hasNetwork}
        console={{ isShown: isConsoleShown, count, errors }}
        onReload={restart}
        onStop={() => end("stopped")}
        onSource={() => setSourceShown(!isSourceShown)}
        onNetwork={(isAllowed) => {
          setHasNetwork(isAllowed);
          restart();
        }}
        onConsole={() => setConsoleShown(!isConsoleShown)}
      />
      {isSourceShown ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} className="min-h-0 flex-1 overflow-auto bg-surface p-4 font-mono text-facts">
          {open.source}
        </pre>
      ) : null}
      {run.state === "running" ? (
        <div className={classes("min-h-0 flex-1 flex-col", isSourceShown ? "hidden" : "flex")}>
          <PreviewFrame
            key={run.number}
            artefact={open}
            isNetworkAllowed={hasNetwork}
            onLine={add}
            onGone={end}
            onEscape={closePreview}
          />
        </div>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 p-6 text-center text-muted">
          <p role="status">{t(`preview.${run.state}`)}</p>
          <Button onClick={restart}>{t("preview.reload")}</Button>
        </div>
      )}
      <PreviewConsole lines={lines} isOpen={isConsoleShown} />
    </aside>
  );
}
