import { Code, RotateCw, Square, SquareTerminal, Wifi, WifiOff } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type PreviewBarProps = {
  isRunning: boolean;
  isSourceShown: boolean;
  hasNetwork: boolean;
  console: { isShown: boolean; count: number; errors: number };
  onReload: () => void;
  onStop: () => void;
  onSource: () => void;
  onNetwork: (isAllowed: boolean) => void;
  onConsole: () => void;
};

/** What can be done with a running preview, and what it is allowed. */
export function PreviewBar(props: PreviewBarProps) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const network = useRef<HTMLButtonElement>(null);
  const { hasNetwork, console } = props;
  function answer(isAllowed: boolean) {
    network.current?.focus();
    setAsking(false);
    if (isAllowed) props.onNetwork(true);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || !isAsking) return;
    event.preventDefault();
    answer(false);
  }
  return (
    // Its controls let the key through.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="shrink-0 border-b border-line" onKeyDown={onKeyDown}>
      <div className="flex flex-wrap items-center gap-1 px-3 pb-2">
        <IconButton label={t("preview.reload")} onClick={props.onReload}>
          <RotateCw aria-hidden />
        </IconButton>
        <IconButton
          label={t("preview.stop")}
          // Not disabled, which would take the focus from it.
          aria-disabled={!props.isRunning}
          className="aria-disabled:opacity-45"
          onClick={() => props.isRunning && props.onStop()}
        >
          <Square aria-hidden />
        </IconButton>
        <IconButton label={t("preview.source")} aria-pressed={props.isSourceShown} onClick={props.onSource}>
          <Code aria-hidden />
        </IconButton>
        <Button
          look="quiet"
          aria-expanded={console.isShown}
          aria-label={t("preview.consoleCount", { count: console.count, errors: console.errors })}
          onClick={props.onConsole}
        >
          <SquareTerminal aria-hidden className="size-4" />
          <span className="facts">{console.count}</span>
          {console.errors > 0 ? <span className="facts text-bad">! {console.errors}</span> : null}
        </Button>
        <span className="flex-1" />
        <Button
          ref={network}
          look="quiet"
          aria-pressed={hasNetwork}
          onClick={() => (hasNetwork ? props.onNetwork(false) : setAsking(!isAsking))}
        >
          {hasNetwork ? (
            <Wifi aria-hidden className="size-4 text-warn" />
          ) : (
            <WifiOff aria-hidden className="size-4" />
          )}
          {t(hasNetwork ? "preview.networkOn" : "preview.networkOff")}
        </Button>
      </div>
      {isAsking && !hasNetwork ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 bg-warn-soft px-3 py-2">
          <p className="min-w-48 flex-1">{t("preview.networkAsk")}</p>
          <Button onClick={() => answer(true)}>{t("preview.networkAllow")}</Button>
          <Button look="quiet" onClick={() => answer(false)}>
            {t("preview.networkKeep")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
