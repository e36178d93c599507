import { HardDrive, MemoryStick, MessageSquare } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { freedSpace } from "#src/core/models/freed-space.ts";
import type { Model } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { useInMemory, useModels } from "#src/features/models/use-models.ts";
import { useConversations } from "#src/state/conversations.ts";
import { conversationsWith } from "#src/state/model-use.ts";
import { useServer } from "#src/state/server.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** Titles that are named; the others are counted. */
const named = 5;

/** What deleting models changes: the disk, the conversations, the memory. */
export function DeleteFacts({ models }: { models: readonly Model[] }) {
  const t = useT();
  const locale = useLocale();
  const installed = useModels().models;
  const loaded = useInMemory();
  const inMemory = models.filter(({ name }) => loaded.has(name)).map(({ name }) => name);
  const { atMost, keptBy } = freedSpace(models, installed ?? []);
  const list = new Intl.ListFormat(locale);
  return (
    <ul className="flex flex-col gap-2.5">
      <Fact icon={<HardDrive aria-hidden />}>
        {atMost > 0 ? t("actions.frees", { size: formatBytes(atMost, locale) }) : t("actions.freesNothing")}
        {keptBy.length > 0 ? (
          <span className="block text-muted">
            {t("actions.keptBy", { names: list.format(keptBy), count: keptBy.length })}
          </span>
        ) : null}
      </Fact>
      <Fact icon={<MessageSquare aria-hidden />}>
        <Chats models={models} />
      </Fact>
      {inMemory.length > 0 ? (
        <Fact icon={<MemoryStick aria-hidden />}>
          {t("actions.stillInMemory", { names: list.format(inMemory), count: inMemory.length })}
        </Fact>
      ) : null}
    </ul>
  );
}

function Chats({ models }: { models: readonly Model[] }) {
  const t = useT();
  const all = useConversations((state) => state.list);
  const server = useServer((state) => state.url);
  const chats = useMemo(
    () => models.flatMap(({ name }) => conversationsWith(all, name, server)),
    [all, models, server],
  );
  const count = chats.length;
  if (count === 0) return t("actions.noChats");
  return (
    <>
      {t("actions.chats", { count })}
      <ul className="ms-4 list-disc text-muted marker:text-muted">
        {chats.slice(0, named).map(({ id, title }) => (
          <li key={id} dir="auto" className="wrap-anywhere">
            {title || t("conversations.untitled")}
          </li>
        ))}
      </ul>
      {count > named ? (
        <span className="facts ms-4">{t("actions.moreChats", { count: count - named })}</span>
      ) : null}
      <span className="block text-muted">{t("actions.chatsKept")}</span>
    </>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5">
      <span className="mt-0.5 [&_svg]:size-4 [&_svg]:text-muted">{icon}</span>
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
    </li>
  );
}
