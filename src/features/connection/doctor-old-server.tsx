import { missingFeatures } from "#src/core/connection/features.ts";
import { useT } from "#src/ui/i18n.tsx";
import { UpdateGuide } from "./guides.tsx";

/** What a server is too old for, and how to bring it up to date. */
export function OldServer({ version }: { version: string }) {
  const t = useT();
  const missing = missingFeatures(version);
  if (missing.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{t("doctor.old", { version })}</p>
      <ul className="facts flex flex-col gap-1">
        {missing.map(({ feature, since }) => (
          <li key={feature}>{t("doctor.oldLine", { feature: t(`doctor.feature.${feature}`), since })}</li>
        ))}
      </ul>
      <UpdateGuide />
    </div>
  );
}
