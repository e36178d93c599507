import { useCallback, useMemo } from "react";
import { useLocation } from "wouter";
import { addressOf } from "#src/core/conversation/address.ts";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { ConversationPage } from "#src/features/chat/conversation-page.tsx";
import { useChatSettings, useServerOf } from "#src/features/chat/use-chat-settings.ts";
import { ModelPicker } from "#src/features/models/model-picker.tsx";
import { byRule } from "#src/core/connection/choose-server.ts";
import { changeChatSettings } from "#src/state/chat-settings.ts";
import { allowImageHost } from "#src/state/image-hosts.ts";
import { openPreview, usePreviews } from "#src/state/previews.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { useServers } from "#src/state/servers.ts";
import { useSettings } from "#src/state/settings.ts";
import { type MarkdownHost, MarkdownHostContext } from "#src/ui/markdown/markdown-host.ts";
import { PreviewPanel, ServerMenu } from "./pages.ts";
import { Welcome } from "./welcome.tsx";

/** A conversation with the parts of other areas that stand in it. */
export function ConversationRoute({ id }: { id: ConversationId | null }) {
  const [, go] = useLocation();
  const { model, server: choice } = useChatSettings(id);
  const server = useServerOf(id);
  const hasServerMenu = useServers(({ servers }) => servers.length > 1) || isGone(choice, server);
  const onBegun = useCallback((begun: ConversationId) => go(addressOf(begun)), [go]);
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
              <>
                <ModelPicker
                  value={model}
                  server={server}
                  onChange={(name, at) => changeChatSettings(id, { model: name, server: at })}
                  onPull={openPullDialog}
                />
                {hasServerMenu && model ? (
                  <ServerMenu
                    model={model}
                    choice={choice}
                    asked={server}
                    onChange={(at) => changeChatSettings(id, { model, server: at })}
                  />
                ) : null}
              </>
            }
            welcome={<Welcome model={model} server={server} />}
            onBegun={onBegun}
            onPull={openPullDialog}
          />
        </div>
        {open ? <PreviewPanel open={open} /> : null}
      </div>
    </MarkdownHostContext>
  );
}

/** Whether the server that was chosen is no longer there. */
function isGone(choice: string | undefined, server: string): boolean {
  return choice !== undefined && choice !== byRule && choice !== server;
}
