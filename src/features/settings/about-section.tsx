import { useT } from "#src/ui/i18n.tsx";

export function AboutSection() {
  const t = useT();
  return (
    <div className="flex flex-col gap-3">
      <p>{t("settings.aboutText")}</p>
      <p className="text-muted">{t("settings.privacy")}</p>
      <p className="facts">{t("settings.build", { build: import.meta.env["VITE_BUILD"] ?? "dev" })}</p>
    </div>
  );
}
