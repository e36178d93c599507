import { PanelLeft } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { conversationAt } from "#src/core/conversation/address.ts";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { ConnectionIndicator } from "#src/features/connection/connection-indicator.tsx";
import { MemoryMeter } from "#src/features/models/running/memory-meter.tsx";
import { changeChatSettings } from "#src/state/chat-settings.ts";
import { useConfig } from "#src/state/config.ts";
import { useConversations } from "#src/state/conversations.ts";
import { usePullDialog } from "#src/state/pull-dialog.ts";
import { notify } from "#src/state/notices.ts";
import { changeSettings, useSettings } from "#src/state/settings.ts";
import { IconButton } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";
import { PageActionsSlot } from "#src/ui/page-actions.tsx";
import { Announcer } from "./announcer.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { lastReply } from "./last-reply.ts";
import { ModelActionDialog, ModelRefusals, Transfers } from "./model-actions.tsx";
import { Notices } from "./notices.tsx";
import { ConfigFaultAlert, PullDialog, ShortcutsDialog } from "./pages.ts";
import { Routes } from "./routes.tsx";
import { SkipLink } from "./skip-link.tsx";
import { SidebarFrame } from "./sidebar-frame.tsx";
import { StandingAlerts } from "./standing-alerts.tsx";
import { useCommands } from "./use-commands.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useDocumentTitle } from "./use-document-title.ts";

/** The frame of every page: sidebar, top bar, page, and what stands above all pages. */
export function Shell() {
  const t = useT();
  const [location] = useLocation();
  const currentId = conversationAt(location);
  const isConversation = currentId !== null || location === "/";
  const isWide = useSettings((state) => state.sidebarOpen);
  // Open only on the page where it was opened: going elsewhere closes it.
  const [sheetAt, setSheetAt] = useState<string>();
  const [areShortcutsOpen, setShortcutsOpen] = useState(false);
  const hasConfigFault = useConfig((state) => state.fault !== undefined);
  const isConfigured = useConfig((state) => state.isReady);
  const pullIsOpen = usePullDialog((state) => state.isOpen) && isConfigured;
  const title = useConversations((state) => (currentId ? state.list.get(currentId)?.title : undefined));
  const isNarrow = useIsNarrow();
  useDocumentTitle(title);

  function showSidebar() {
    if (isNarrow) setSheetAt(location);
    else changeSettings({ sidebarOpen: true });
  }

  useCommands({
    showSidebar,
    toggleSidebar: () => {
      if (isNarrow) setSheetAt(sheetAt === location ? undefined : location);
      else changeSettings({ sidebarOpen: !isWide });
    },
    copyReply: () => void copyReply(currentId),
    showShortcuts: () => setShortcutsOpen(true),
  });

  return (
    <div className="flex h-dvh">
      <SkipLink />
      <SidebarFrame
        currentId={currentId}
        isOpen={isWide}
        isSheetOpen={sheetAt === location}
        onSheetChange={(isOpen) => setSheetAt(isOpen ? location : undefined)}
        onFold={() => changeSettings({ sidebarOpen: false })}
      />
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex h-(--bar-height) shrink-0 items-center gap-2 px-3">
          <IconButton
            label={t("app.openSidebar")}
            className={isWide ? "md:hidden" : ""}
            onClick={showSidebar}
          >
            <PanelLeft aria-hidden className="rtl:-scale-x-100" />
          </IconButton>
          <h1 className="min-w-0 flex-1 truncate text-ui font-medium" dir="auto">
            {title ?? <span className="sr-only">Candor</span>}
          </h1>
          <PageActionsSlot />
          <MemoryMeter />
          <ConnectionIndicator />
        </header>
        {isNarrow || !isWide ? <Transfers /> : null}
        {hasConfigFault ? <ConfigFaultAlert /> : null}
        <StandingAlerts />
        <ModelRefusals />
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
          {/* From one conversation to another the page stays, and with it the composer. */}
          <ErrorBoundary key={isConversation ? "conversation" : location} address={location}>
            <Routes />
          </ErrorBoundary>
        </main>
      </div>
      {pullIsOpen ? <PullDialog onUse={(model) => changeChatSettings(currentId, { model })} /> : null}
      <ModelActionDialog />
      {areShortcutsOpen ? <ShortcutsDialog onClose={() => setShortcutsOpen(false)} /> : null}
      <Notices />
      <Announcer />
    </div>
  );
}

async function copyReply(id: ConversationId | null) {
  const text = lastReply(id);
  if (text) notify({ text: (await copyText(text)) ? "chat.copied" : "chat.copyFailed" });
}
