import { Archive, ArchiveRestore, Download, Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import type { Conversation } from "#src/core/conversation/message.ts";
import { deleteConversation, updateConversation } from "#src/state/conversations.ts";
import { notify } from "#src/state/notices.ts";
import { stopRun } from "#src/state/runs.ts";
import type { TriggerElement } from "#src/ui/deferred-trigger.ts";
import { useT } from "#src/ui/i18n.tsx";
import { Menu, MenuItem } from "#src/ui/menu.tsx";
import { saveFile } from "#src/ui/save-file.ts";

export type ConversationMenuProps = {
  conversation: Conversation;
  isCurrent: boolean;
  trigger: TriggerElement;
  onRename: () => void;
};

/** What can be done with a conversation from the list. Open from the first. */
export function ConversationMenu({ conversation, isCurrent, trigger, onRename }: ConversationMenuProps) {
  const t = useT();
  const { id, title, pinned, archived } = conversation;

  async function exportThis() {
    const { exportConversation } = await import("#src/state/transfer.ts");
    const name = title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40) || "conversation";
    saveFile(`candor-${name}.json`, await exportConversation(id));
  }

  async function remove() {
    stopRun(id);
    if (isCurrent) window.location.hash = "#/";
    const undo = await deleteConversation(id);
    notify({
      text: "conversations.deleted",
      values: { title },
      action: { label: "conversations.undo", run: undo },
    });
  }

  return (
    <Menu trigger={trigger} align="end" startsOpen>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={onRename}>
        {t("conversations.rename")}
      </MenuItem>
      <MenuItem
        icon={pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        onSelect={() => updateConversation(id, { pinned: !pinned })}
      >
        {t(pinned ? "conversations.unpin" : "conversations.pin")}
      </MenuItem>
      <MenuItem
        icon={archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        onSelect={() => updateConversation(id, { archived: !archived })}
      >
        {t(archived ? "conversations.unarchive" : "conversations.archive")}
      </MenuItem>
      <MenuItem icon={<Download aria-hidden />} onSelect={() => void exportThis()}>
        {t("conversations.export")}
      </MenuItem>
      <MenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={() => void remove()}>
        {t("conversations.delete")}
      </MenuItem>
    </Menu>
  );
}
