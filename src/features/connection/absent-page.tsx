import { useAbilities } from "#src/state/abilities.ts";
import { useServer } from "#src/state/server.ts";
import { nameOfServer } from "#src/state/servers.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ModelsFrame, type ModelsPageName } from "#src/ui/models-frame.tsx";

/** Stands in place of a page that the server in use has nothing for: why, and where to go. */
export function AbsentPage({ page }: { page: Exclude<ModelsPageName, "library"> }) {
  const t = useT();
  const server = useServer((state) => state.url);
  const isOpenAi = useAbilities(({ known }) => known.get(server)?.kind === "openai");
  const name = nameOfServer(server);
  return (
    <ModelsFrame>
      <p className="wrap-anywhere">
        {isOpenAi
          ? t("servers.absent", { name, page: t(`servers.absent.${page}`) })
          : t("servers.absent.memory", { name })}
      </p>
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
        <a href="#/models" className="font-medium text-accent">
          {t("servers.toModels")}
        </a>
        <a href="#/connection" className="font-medium text-accent">
          {t("servers.toServers")}
        </a>
      </p>
    </ModelsFrame>
  );
}
