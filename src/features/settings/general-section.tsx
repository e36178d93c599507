import { changeSettings, useSettings } from "#src/state/settings.ts";
import { useT } from "#src/ui/i18n.tsx";
import { RadioChoice } from "#src/ui/radio-choice.tsx";
import { ImageHosts } from "./image-hosts.tsx";

export function GeneralSection() {
  const t = useT();
  const { theme, language, growth } = useSettings();
  return (
    <div className="flex flex-col gap-6">
      <RadioChoice
        legend={t("settings.theme")}
        value={theme}
        options={[
          { value: "system", label: t("settings.system") },
          { value: "light", label: t("settings.light") },
          { value: "dark", label: t("settings.dark") },
        ]}
        onChange={(value) => changeSettings({ theme: value })}
      />
      <RadioChoice
        legend={t("settings.language")}
        value={language}
        options={[
          { value: "system", label: t("settings.system") },
          { value: "en", label: "English" },
          { value: "zh-CN", label: "简体中文" },
          { value: "ru", label: "Русский" },
        ]}
        onChange={(value) => changeSettings({ language: value })}
      />
      <RadioChoice
        legend={t("reading.growth")}
        value={growth}
        options={[
          { value: "end", label: t("reading.growthEnd") },
          { value: "question", label: t("reading.growthQuestion") },
        ]}
        onChange={(value) => changeSettings({ growth: value })}
      />
      <ImageHosts />
    </div>
  );
}
