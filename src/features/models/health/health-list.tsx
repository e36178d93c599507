import { isRemote, type Model } from "#src/core/models/model.ts";
import { useHealth } from "#src/state/health.ts";
import { useT } from "#src/ui/i18n.tsx";
import { HealthRow } from "./health-row.tsx";
import { taskOf } from "./task-of.ts";

/** Each model with what its last test found. */
export function HealthList({ server, models }: { server: string; models: readonly Model[] }) {
  const t = useT();
  const { history, run, waiting } = useHealth();
  const isHere = (other: { model: string; server: string } | undefined, name: string) =>
    other?.server === server && other.model === name;
  return (
    <ul aria-label={t("health.results")} className="flex flex-col gap-3">
      {models.map((model) => (
        <HealthRow
          key={model.name}
          task={taskOf(server, model)}
          isRemote={isRemote(model)}
          checks={history.get(model.name) ?? []}
          run={isHere(run, model.name) ? run : undefined}
          isWaiting={waiting.some((task) => isHere(task, model.name))}
        />
      ))}
    </ul>
  );
}
