import { PullForm } from "#src/features/models/pull-form.tsx";
import { PullOffline } from "#src/features/models/pull-offline.tsx";
import { ServerSwitch } from "#src/features/models/server-switch.tsx";
import { useConnection } from "#src/state/connection.ts";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { PullHistory } from "./pull-history.tsx";
import { PullQueue } from "./pull-queue.tsx";
import { PullUpdates } from "./pull-updates.tsx";

/** All pulls: what runs and waits, what is held, and how those before them went. */
export function PullsPage() {
  const isConnected = useConnection((state) => state.status === "connected" || state.status === "checking");
  return (
    <ModelsFrame current="pulls">
      <ServerSwitch />
      <div className="flex max-w-(--measure-wide) flex-col gap-8">
        <div>
          {isConnected ? null : <PullOffline />}
          <PullForm isConnected={isConnected} />
        </div>
        <PullQueue />
        <PullUpdates isConnected={isConnected} />
        <PullHistory isConnected={isConnected} />
      </div>
    </ModelsFrame>
  );
}
