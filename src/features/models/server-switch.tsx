import { useId } from "react";
import { serverLabel } from "#src/core/connection/server.ts";
import { setServer, useServer } from "#src/state/server.ts";
import { useServers } from "#src/state/servers.ts";
import { useT } from "#src/ui/i18n.tsx";

/** Which server the pages of models show; absent where there is one. */
export function ServerSwitch() {
  const t = useT();
  const id = useId();
  const servers = useServers((state) => state.servers);
  const inUse = useServer((state) => state.url);
  if (servers.length < 2) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <label htmlFor={id} className="font-medium">
        {t("choice.server")}
      </label>
      <select
        id={id}
        className="max-w-full min-w-0 rounded-control border border-line bg-raised px-2 py-1.5 text-ui pointer-coarse:min-h-11"
        value={inUse}
        onChange={(event) => setServer(event.target.value)}
      >
        {servers.map((server) => (
          <option key={server.url} value={server.url}>
            {serverLabel(server)}
          </option>
        ))}
      </select>
    </div>
  );
}
