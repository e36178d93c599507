import { nameInAddress } from "#src/core/models/show.ts";
import { formatDay } from "#src/features/models/library/format-day.ts";
import { LibraryFailed, LibraryOutline } from "#src/features/models/library/library-states.tsx";
import { startChat } from "#src/features/models/start-chat.ts";
import { useModels } from "#src/features/models/use-models.ts";
import { useServer } from "#src/state/server.ts";
import { nameOfServer } from "#src/state/servers.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ModelsFrame } from "#src/ui/models-frame.tsx";

/** All that a server that speaks OpenAI's API tells of one model; `name` as it stands in the address. */
export function OpenAiDetails({ name: part }: { name: string }) {
  const t = useT();
  const locale = useLocale();
  const server = nameOfServer(useServer((state) => state.url));
  const { models, isFailed, refetch } = useModels();
  const name = nameInAddress(part);
  const model = models?.find((one) => one.name === name);

  if (!models)
    return <ModelsFrame>{isFailed ? <LibraryFailed onRetry={refetch} /> : <LibraryOutline />}</ModelsFrame>;
  if (!model)
    return (
      <ModelsFrame>
        <h2 className="text-title font-semibold wrap-anywhere">{name}</h2>
        <p className="mt-1">{t("servers.noSuchModel", { name: server })}</p>
        <a href="#/models" className="mt-3 inline-block font-medium text-accent">
          {t("servers.toModels")}
        </a>
      </ModelsFrame>
    );
  const facts = [
    ["servers.owner", model.owner ?? ""],
    ["servers.created", model.modifiedAt > 0 ? formatDay(model.modifiedAt, locale) : ""],
  ] as const;
  return (
    <ModelsFrame>
      <article aria-label={name} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-title font-semibold wrap-anywhere" dir="ltr">
            {name}
          </h2>
          <Button look="primary" onClick={() => startChat(name)}>
            {t("servers.chat")}
          </Button>
        </div>
        <dl className="grid max-w-(--measure) grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          {facts.map(([label, value]) =>
            value ? (
              <div key={label} className="contents">
                <dt className="text-muted">{t(label)}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <p className="facts">{t("servers.noDetails", { name: server })}</p>
      </article>
    </ModelsFrame>
  );
}
