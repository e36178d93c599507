import { Download } from "lucide-react";
import { useAbilities } from "#src/state/abilities.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { type MessageKey, useLocale, useT } from "#src/ui/i18n.tsx";
import { formatBytes } from "#src/core/models/size.ts";
import { NoOpenAiModels } from "./openai/no-openai-models.tsx";

const suggestions: readonly { name: string; bytes: number; about: MessageKey }[] = [
  { name: "llama3.2:latest", bytes: 2_000_000_000, about: "models.suggest.small" },
  { name: "qwen3:8b", bytes: 5_200_000_000, about: "models.suggest.thinking" },
  { name: "gemma3:12b", bytes: 8_100_000_000, about: "models.suggest.vision" },
];

/** A server without models: what to do first. */
export function NoModels() {
  const server = useServer((state) => state.url);
  const isOpenAi = useAbilities(({ known }) => known.get(server)?.kind === "openai");
  return isOpenAi ? <NoOpenAiModels /> : <FirstModels />;
}

/** Models to begin with. */
function FirstModels() {
  const t = useT();
  const locale = useLocale();
  return (
    <section aria-label={t("models.noneTitle")} className="flex flex-col gap-3">
      <div>
        <h2 className="text-title font-semibold">{t("models.noneTitle")}</h2>
        <p className="mt-1 text-muted">{t("models.noneAbout")}</p>
      </div>
      <ul className="overflow-hidden rounded-panel border border-line">
        {suggestions.map(({ name, bytes, about }) => (
          <li
            key={name}
            className="flex items-center gap-3 border-b border-line px-3.5 py-2.5 last:border-b-0"
          >
            <div className="min-w-0 flex-1">
              <p className="font-medium" dir="ltr">
                {name}
              </p>
              <p className="facts">
                {t(about)} · {t("models.about", { size: formatBytes(bytes, locale) })}
              </p>
            </div>
            <Button aria-label={t("models.pullNamed", { name })} onClick={() => openPullDialog(name)}>
              <Download aria-hidden className="size-4" />
              {t("models.pull")}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex items-center gap-3">
        <Button look="quiet" className="-ms-3" onClick={() => openPullDialog()}>
          {t("models.pullAModel")}
        </Button>
        <a href="https://ollama.com/search" target="_blank" rel="noopener noreferrer" className="text-accent">
          {t("models.library")}
        </a>
      </div>
    </section>
  );
}
