import { useEffect } from "react";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { useModels } from "#src/features/models/use-models.ts";
import { showHealth } from "#src/state/health.ts";
import { stopRepeating } from "#src/state/health-repeat.ts";
import { useServer } from "#src/state/server.ts";
import { useT } from "#src/ui/i18n.tsx";
import { HealthControls } from "./health-controls.tsx";
import { HealthList } from "./health-list.tsx";
import { ServerCheck } from "./server-check.tsx";

/** Whether the server and each of its models work, and how fast: what a shell script would ask, and a loop around it. */
export function HealthPage() {
  const t = useT();
  const server = useServer((state) => state.url);
  const { models, isFailed, isStale } = useModels();

  useEffect(() => {
    showHealth(server);
    // A repetition is of one server, and lasts as long as somebody sees it.
    return stopRepeating;
  }, [server]);

  return (
    <ModelsFrame current="health">
      <div className="flex flex-col gap-6">
        <ServerCheck server={server} />
        {isFailed ? <p className="text-muted">{t("health.noList")}</p> : null}
        {isStale ? <p className="facts">{t("health.stale")}</p> : null}
        {models?.length === 0 ? <p className="text-muted">{t("health.noModels")}</p> : null}
        {models && models.length > 0 ? (
          <>
            <HealthControls server={server} models={models} />
            <HealthList server={server} models={models} />
          </>
        ) : null}
      </div>
    </ModelsFrame>
  );
}
