import { useT } from "#src/ui/i18n.tsx";
import { originCommand, startCommand } from "./system.ts";
import { SystemTabs } from "./system-tabs.tsx";

/** How to let this page in. */
export function OriginGuide({ origin }: { origin: string }) {
  const t = useT();
  if (origin === "null") return <p>{t("connection.originIsFile")}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p>{t("connection.originGuide", { origin })}</p>
      <SystemTabs
        label={t("connection.systems")}
        command={(system) => originCommand(system, origin)}
        notes={{
          macos: "connection.origin.macos",
          windows: "connection.origin.windows",
          docker: "connection.origin.docker",
          hand: "connection.origin.hand",
        }}
      />
      <p className="facts">{t("connection.originMore")}</p>
    </div>
  );
}

/** How to start Ollama, and where to get it. */
export function StartGuide() {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      <p>{t("connection.startGuide")}</p>
      <SystemTabs
        label={t("connection.systems")}
        command={startCommand}
        notes={{ windows: "connection.start.windows" }}
      />
      <p>
        {t("connection.notInstalled")}{" "}
        <a
          href="https://ollama.com/download"
          target="_blank"
          rel="noopener noreferrer"
          className="font-medium text-accent"
        >
          {t("connection.download")}
        </a>
      </p>
    </div>
  );
}
