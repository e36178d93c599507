import { useServer } from "#src/state/server.ts";
import { nameOfServer } from "#src/state/servers.ts";
import { useT } from "#src/ui/i18n.tsx";

/** A server that lists no model, and to which none can be brought from here. */
export function NoOpenAiModels() {
  const t = useT();
  const name = nameOfServer(useServer((state) => state.url));
  return (
    <section>
      <h2 className="text-title font-semibold wrap-anywhere">{t("servers.noModels", { name })}</h2>
      <p className="mt-1 text-muted">{t("servers.noModelsNext")}</p>
    </section>
  );
}
