import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { AboutSection } from "./about-section.tsx";
import { DataSection } from "./data-section.tsx";
import { GeneralSection } from "./general-section.tsx";

const sections = [
  { name: "general", label: "settings.general", Section: GeneralSection },
  { name: "data", label: "settings.data", Section: DataSection },
  { name: "about", label: "settings.about", Section: AboutSection },
] as const satisfies readonly { name: string; label: MessageKey; Section: () => unknown }[];

/** Settings, a section at a time; an unknown section shows the first. */
export function SettingsPage({ section }: { section: string }) {
  const t = useT();
  const shown = sections.find(({ name }) => name === section) ?? sections[0];
  return (
    <div className="h-full overflow-y-auto px-4 pt-6 pb-12">
      <div className="mx-auto max-w-(--measure)">
        <h2 className="text-title font-semibold">{t("settings.settings")}</h2>
        <nav aria-label={t("settings.sections")} className="mt-3 mb-6 flex gap-1 border-b border-line">
          {sections.map(({ name, label }) => (
            <a
              key={name}
              href={`#/settings/${name}`}
              aria-current={name === shown.name ? "page" : undefined}
              className="-mb-px border-b-2 border-transparent px-3 py-2 text-muted hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text"
            >
              {t(label)}
            </a>
          ))}
        </nav>
        <shown.Section />
      </div>
    </div>
  );
}
