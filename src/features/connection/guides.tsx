import { useT } from "#src/ui/i18n.tsx";
import { CommandTabs } from "./command-tabs.tsx";
import { firewallCommand, listenCommand, startCommand, updateCommand, variableCommand } from "./system.ts";
import { SystemTabs } from "./system-tabs.tsx";

const variableNotes = {
  systemd: "connection.origin.systemd",
  hand: "connection.origin.hand",
  macos: "connection.origin.macos",
  windows: "connection.origin.windows",
  docker: "connection.origin.docker",
  compose: "doctor.composeNote",
} as const;

/** How to let this page in. */
export function OriginGuide({ origin }: { origin: string }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      <p>{t("connection.originGuide", { origin })}</p>
      <SystemTabs
        command={(system) => variableCommand(system, "OLLAMA_ORIGINS", origin)}
        notes={variableNotes}
      />
      <p className="facts">{t("connection.originMore")}</p>
    </div>
  );
}

/** How to let other computers reach the server. */
export function ListenGuide() {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      <SystemTabs command={listenCommand} notes={variableNotes} />
      <p className="facts">{t("doctor.listenNote")}</p>
    </div>
  );
}

/** How to let a port through the firewall of the server's computer. */
export function FirewallGuide({ port }: { port: number }) {
  return (
    <SystemTabs
      command={(system) => firewallCommand(system, port)}
      notes={{ windows: "doctor.adminNote", docker: "doctor.portNote", compose: "doctor.portNote" }}
    />
  );
}

/** How to bring the newest release. */
export function UpdateGuide() {
  return (
    <SystemTabs
      command={updateCommand}
      notes={{
        macos: "doctor.updateApp",
        windows: "doctor.updateApp",
        docker: "connection.origin.docker",
      }}
    />
  );
}

/** How to start Ollama, and where to get it. */
export function StartGuide() {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      <SystemTabs command={startCommand} notes={{ windows: "connection.start.windows" }} />
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

/** How to let this page in, for servers of OpenAI's kind that have to be told. */
export function OtherOriginGuide({ origin }: { origin: string }) {
  const t = useT();
  const choices = [
    ["vLLM", `--allowed-origins '["${origin}"]'`],
    ["LM Studio", "lms server start --cors"],
  ] as const;
  return (
    <CommandTabs
      label={t("connection.systems")}
      choices={choices.map(([name, command]) => ({ id: name, name, command }))}
    />
  );
}
