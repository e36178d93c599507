import { Archive, ArchiveRestore, Download, Ellipsis, Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import type { Conversation } from "#src/core/conversation/message.ts";
import { updateConversation } from "#src/state/conversations.ts";
import { notify } from "#src/state/notices.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { Menu, MenuItem } from "#src/ui/menu.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { fileName } from "./file-name.ts";
import { removeConversation } from "./remove-conversation.ts";

export type ConversationMenuProps = { conversation: Conversation; isCurrent: boolean; onRename: () => void };

/** What can be done with a conversation. Nothing asks first: what is destructive can be undone. */
export function ConversationMenu({ conversation, isCurrent, onRename }: ConversationMenuProps) {
  const t = useT();
  const { id, pinned, archived } = conversation;
  const title = conversation.title || t("conversations.untitled");

  async function remove() {
    const undo = await removeConversation(id, isCurrent);
    notify({
      text: "conversations.deleted",
      values: { title },
      action: { label: "conversations.undo", run: undo },
    });
  }

  async function save() {
    const { exportConversation } = await import("#src/state/transfer.ts");
    saveFile(fileName(title, Date.now()), await exportConversation(id));
  }

  function archive() {
    updateConversation(id, archived ? { archived: false } : { archived: true, pinned: false });
    if (archived) return;
    notify({
      text: "conversations.archivedOne",
      values: { title },
      action: { label: "conversations.undo", run: () => updateConversation(id, { archived, pinned }) },
    });
  }

  return (
    <div className="absolute end-0 opacity-0 group-hover/row:opacity-100 has-focus-visible:opacity-100 has-[[aria-expanded=true]]:opacity-100 pointer-coarse:opacity-100">
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t("conversations.options", { title })}
            className="focus-visible:-outline-offset-2"
          >
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={onRename}>
          {t("conversations.rename")}
        </MenuItem>
        {archived ? null : (
          <MenuItem
            icon={pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            onSelect={() => updateConversation(id, { pinned: !pinned })}
          >
            {t(pinned ? "conversations.unpin" : "conversations.pin")}
          </MenuItem>
        )}
        <MenuItem
          icon={archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          onSelect={archive}
        >
          {t(archived ? "conversations.unarchive" : "conversations.archive")}
        </MenuItem>
        <MenuItem icon={<Download aria-hidden />} onSelect={() => void save()}>
          {t("conversations.export")}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={() => void remove()}>
          {t("conversations.delete")}
        </MenuItem>
      </Menu>
    </div>
  );
}
