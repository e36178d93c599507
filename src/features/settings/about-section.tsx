import { useEffect, useState } from "react";
import { useAppUpdate } from "#src/state/app-update.ts";
import { offlineState } from "#src/state/app-update-take.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export function AboutSection() {
  const t = useT();
  return (
    <div className="flex flex-col gap-3">
      <p>{t("settings.aboutText")}</p>
      <p className="text-muted">{t("settings.privacy")}</p>
      <Offline />
      <Install />
      <p>
        <a href="#/requests" className="font-medium text-accent underline underline-offset-4">
          {t("requests.title")}
        </a>
        <span className="block text-muted">{t("requests.link")}</span>
      </p>
      <p className="facts">{t("settings.build", { build: import.meta.env["VITE_BUILD"] ?? "dev" })}</p>
    </div>
  );
}

/** Whether the app opens without its host, and why not. */
function Offline() {
  const t = useT();
  const [state, setState] = useState<Awaited<ReturnType<typeof offlineState>>>();
  useEffect(() => void offlineState().then(setState), []);
  return <p className="min-h-5 text-muted">{state ? t(`update.offline.${state}`) : null}</p>;
}

/** Where the browser offers to install the app. */
function Install() {
  const t = useT();
  const install = useAppUpdate((state) => state.install);
  if (!install) return null;
  return (
    <p className="flex flex-wrap items-center gap-3">
      <Button
        onClick={() => {
          void install.prompt();
          // It can be asked once.
          useAppUpdate.setState({ install: undefined });
        }}
      >
        {t("update.install")}
      </Button>
      <span className="text-muted">{t("update.installAbout")}</span>
    </p>
  );
}
