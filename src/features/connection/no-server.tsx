import { useAbilities } from "#src/state/abilities.ts";
import { changeDraft, openForm } from "#src/state/server-draft.ts";
import { useServer } from "#src/state/server.ts";
import { nameOfServer } from "#src/state/servers.ts";
import { useT } from "#src/ui/i18n.tsx";
import { DiagnosisView } from "./diagnosis-view.tsx";

/** The first five minutes where there is no server: what was found, and what to do about it. */
export function NoServer() {
  const t = useT();
  const url = useServer((state) => state.url);
  const isOpenAi = useAbilities(({ known }) => known.get(url)?.kind === "openai");
  const title = isOpenAi ? t("servers.away", { name: nameOfServer(url) }) : t("connection.welcomeTitle");

  /** There it can be tested and saved. */
  function tryOther(address: string) {
    changeDraft(url, { address });
    openForm(url);
    location.hash = "#/connection";
  }

  return (
    <section aria-label={title} className="flex flex-col gap-4">
      <div>
        <h2 className="text-title font-semibold wrap-anywhere">{title}</h2>
        <p className="mt-1 text-muted">{t(isOpenAi ? "servers.awayAbout" : "connection.welcomeAbout")}</p>
      </div>
      <div className="rounded-panel bg-surface p-4">
        <DiagnosisView url={url} onTry={tryOther} />
      </div>
      <p className="facts">
        {t("connection.welcomeAgain")}{" "}
        <a href="#/connection" className="font-medium text-accent">
          {t("connection.otherServer")}
        </a>
      </p>
    </section>
  );
}
