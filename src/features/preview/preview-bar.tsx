import { Code, RotateCw, Square, SquareTerminal, Wifi, WifiOff } from "lucide-react";
import { useState } from "react";
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
  const { hasNetwork, console } = props;
  return (
    <div className="shrink-0 border-b border-line">
      <div className="flex flex-wrap items-center gap-1 px-3 pb-2">
        <IconButton label={t("preview.reload")} onClick={props.onReload}>
          <RotateCw aria-hidden />
        </IconButton>
        <IconButton label={t("preview.stop")} disabled={!props.isRunning} onClick={props.onStop}>
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
          <Button
            onClick={() => {
              setAsking(false);
              props.onNetwork(true);
            }}
          >
            {t("preview.networkAllow")}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {t("preview.networkKeep")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
