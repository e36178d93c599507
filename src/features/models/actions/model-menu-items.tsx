import {
  Copy,
  Eye,
  EyeOff,
  FlaskConical,
  Info,
  MemoryStick,
  MessageSquare,
  PackagePlus,
  Pencil,
  Pin,
  PinOff,
  Power,
  RefreshCw,
  Trash2,
  Undo2,
  Upload,
} from "lucide-react";
import { navigate } from "wouter/use-hash-location";
import { canChat, isRemote, type Model } from "#src/core/models/model.ts";
import { taskOf } from "#src/features/models/health/task-of.ts";
import { useMemoryChange } from "#src/features/models/running/use-memory-change.ts";
import { startChat } from "#src/features/models/start-chat.ts";
import { useInMemory } from "#src/features/models/use-models.ts";
import { testModels } from "#src/state/health.ts";
import { toggleHidden, togglePinned } from "#src/state/library.ts";
import { useAbilities } from "#src/state/abilities.ts";
import { askFor } from "#src/state/model-actions.ts";
import { askToDelete, keepModel } from "#src/state/model-removal.ts";
import { updateModels } from "#src/state/pull-updates.ts";
import { cancelLoad, preload, unload } from "#src/state/running.ts";
import { serverUrl, useServer } from "#src/state/server.ts";
import { useSettings } from "#src/state/settings.ts";
import { useT } from "#src/ui/i18n.tsx";
import { MenuItem } from "#src/ui/menu.tsx";
import { useGoing } from "./use-going.ts";

/** The open form of a model's menu. */
export function ModelMenuItems({ model }: { model: Model }) {
  const t = useT();
  const { name } = model;
  const encoded = encodeURIComponent(name);
  const server = useServer((state) => state.url);
  const isOpenAi = useAbilities(({ known }) => known.get(server)?.kind === "openai");
  return (
    <>
      <MenuItem icon={<Info aria-hidden />} onSelect={() => navigate(`/models/${encoded}`)}>
        {t("actions.details")}
      </MenuItem>
      {canChat(model) ? (
        <MenuItem icon={<MessageSquare aria-hidden />} onSelect={() => startChat(name)}>
          {t("actions.chat")}
        </MenuItem>
      ) : null}
      {isOpenAi ? null : <NativeItems model={model} />}
      <ListItems name={name} />
      {isOpenAi ? null : <DeleteItem model={model} />}
    </>
  );
}

/** What Ollama alone can do with a model. */
function NativeItems({ model }: { model: Model }) {
  const t = useT();
  const { name } = model;
  return (
    <>
      {isRemote(model) ? null : <MemoryItem name={name} />}
      <MenuItem icon={<RefreshCw aria-hidden />} onSelect={() => update(name)}>
        {t("actions.update")}
      </MenuItem>
      <MenuItem icon={<FlaskConical aria-hidden />} onSelect={() => test(model)}>
        {t("actions.test")}
      </MenuItem>
      <MenuItem
        icon={<PackagePlus aria-hidden />}
        onSelect={() => navigate(`/create/${encodeURIComponent(name)}`)}
      >
        {t("actions.createFrom")}
      </MenuItem>
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => askFor({ kind: "copy", model })}>
        {t("actions.copy")}
      </MenuItem>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={() => askFor({ kind: "rename", model })}>
        {t("actions.rename")}
      </MenuItem>
      {isRemote(model) ? null : (
        <MenuItem icon={<Upload aria-hidden />} onSelect={() => askFor({ kind: "push", model })}>
          {t("actions.push")}
        </MenuItem>
      )}
    </>
  );
}

function MemoryItem({ name }: { name: string }) {
  const t = useT();
  const isLoaded = useInMemory().has(name);
  const isLoading = useMemoryChange(name)?.status === "loading";
  if (isLoading)
    return (
      <MenuItem icon={<Power aria-hidden />} onSelect={() => cancelLoad(name)}>
        {t("actions.giveUpLoad")}
      </MenuItem>
    );
  return (
    <MenuItem
      icon={isLoaded ? <Power aria-hidden /> : <MemoryStick aria-hidden />}
      onSelect={() => void (isLoaded ? unload(name) : preload(name))}
    >
      {t(isLoaded ? "actions.unload" : "actions.preload")}
    </MenuItem>
  );
}

function ListItems({ name }: { name: string }) {
  const t = useT();
  const isPinned = useSettings((state) => state.pinnedModels.includes(name));
  const isHidden = useSettings((state) => state.hiddenModels.includes(name));
  return (
    <>
      <MenuItem
        icon={isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        onSelect={() => togglePinned(name)}
      >
        {t(isPinned ? "actions.unpin" : "actions.pin")}
      </MenuItem>
      <MenuItem
        icon={isHidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        onSelect={() => toggleHidden(name)}
      >
        {t(isHidden ? "actions.show" : "actions.hide")}
      </MenuItem>
    </>
  );
}

/** A model that is about to be deleted can be kept from here too. */
function DeleteItem({ model }: { model: Model }) {
  const t = useT();
  const going = useGoing().get(model.name);
  if (going === "deleting") return null;
  if (going === "waiting")
    return (
      <MenuItem icon={<Undo2 aria-hidden />} onSelect={() => keepModel(model.name)}>
        {t("actions.keep")}
      </MenuItem>
    );
  return (
    <MenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={() => askToDelete([model])}>
      {t("actions.delete")}
    </MenuItem>
  );
}

/** Pulling what is installed fetches only what has changed. */
function update(name: string): void {
  updateModels([name]);
  navigate("/pulls");
}

function test(model: Model): void {
  navigate("/health");
  // What leaves the computer is begun on the page that says so.
  if (!isRemote(model)) void testModels([taskOf(serverUrl(), model)]);
}
