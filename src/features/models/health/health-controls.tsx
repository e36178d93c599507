import { useState } from "react";
import type { Model } from "#src/core/models/model.ts";
import { stopTests, useHealth } from "#src/state/health.ts";
import { stopRepeating, useHealthRepeat } from "#src/state/health-repeat.ts";
import { Button } from "#src/ui/button.tsx";
import { formatClock } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { TestAllDialog } from "./test-all-dialog.tsx";

/** All models at once: begin, stop, and what goes on. */
export function HealthControls({ server, models }: { server: string; models: readonly Model[] }) {
  const t = useT();
  const locale = useLocale();
  const [isAsking, setAsking] = useState(false);
  const { run, waiting } = useHealth();
  const repeat = useHealthRepeat((state) => state.repeat);
  const isBusy = run !== undefined || waiting.length > 0;

  function stop() {
    stopRepeating();
    stopTests();
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look="primary" aria-disabled={isBusy} onClick={() => isBusy || setAsking(true)}>
        {t("health.testAll")}
      </Button>
      {isBusy || repeat.status !== "off" ? (
        <Button onClick={stop}>{t(isBusy ? "health.stop" : "health.stopRepeating")}</Button>
      ) : null}
      <p role="status" className="facts min-w-0 wrap-anywhere">
        {run ? t("health.testing", { name: run.model }) : null}
        {waiting.length > 0 ? ` · ${t("health.left", { count: waiting.length })}` : null}
        {repeat.status === "waiting"
          ? t("health.next", { time: formatClock(new Date(repeat.at), locale), minutes: repeat.minutes })
          : null}
        {repeat.status === "testing" ? ` · ${t("health.repeats", { minutes: repeat.minutes })}` : null}
      </p>
      {isAsking ? <TestAllDialog server={server} models={models} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}
