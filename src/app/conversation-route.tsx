import { useMemo } from "react";
import { useLocation } from "wouter";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { ConversationPage } from "#src/features/chat/conversation-page.tsx";
import { useChatSettings } from "#src/features/chat/use-chat-settings.ts";
import { ModelPicker } from "#src/features/models/model-picker.tsx";
import { changeChatSettings } from "#src/state/chat-settings.ts";
import { allowImageHost } from "#src/state/image-hosts.ts";
import { openPreview, usePreviews } from "#src/state/previews.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { useSettings } from "#src/state/settings.ts";
import { type MarkdownHost, MarkdownHostContext } from "#src/ui/markdown/markdown-host.ts";
import { PreviewPanel } from "./pages.ts";
import { Welcome } from "./welcome.tsx";

/** A conversation with the parts of other areas that stand in it. */
export function ConversationRoute({ id }: { id: ConversationId | null }) {
  const [, go] = useLocation();
  const { model } = useChatSettings(id);
  const open = usePreviews((state) => (state.open?.conversationId === id ? state.open : null));
  const allowedImageHosts = useSettings((state) => state.imageHosts);
  const host = useMemo<MarkdownHost>(
    () => ({
      ...(id ? { openPreview: (artefact) => openPreview(id, artefact) } : {}),
      allowedImageHosts,
      allowImageHost,
    }),
    [id, allowedImageHosts],
  );
  return (
    <MarkdownHostContext value={host}>
      <div className="flex h-full">
        <div className="min-w-0 flex-1">
          <ConversationPage
            id={id}
            modelPicker={
              <ModelPicker
                value={model}
                onChange={(chosen) => changeChatSettings(id, { model: chosen })}
                onPull={openPullDialog}
              />
            }
            welcome={<Welcome model={model} />}
            onBegun={(begun) => go(`/c/${begun}`)}
            onPull={openPullDialog}
          />
        </div>
        {open ? <PreviewPanel open={open} /> : null}
      </div>
    </MarkdownHostContext>
  );
}
