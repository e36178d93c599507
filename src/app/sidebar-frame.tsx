import { Box, PanelLeftClose, Settings } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { Sidebar } from "#src/features/conversations/sidebar.tsx";
import { changeSettings, useSettings } from "#src/state/settings.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { Transfers } from "./model-actions.tsx";
import { Sheet } from "./pages.ts";
import { useIsNarrow } from "./use-is-narrow.ts";

const narrowest = 220;
const widest = 480;

export type SidebarFrameProps = {
  currentId: ConversationId | null;
  isOpen: boolean;
  isSheetOpen: boolean;
  onSheetChange: (isOpen: boolean) => void;
  onFold: () => void;
};

/** Where the sidebar stands: beside the page, or over it on narrow screens. */
export function SidebarFrame({ currentId, isOpen, isSheetOpen, onSheetChange, onFold }: SidebarFrameProps) {
  const t = useT();
  const isNarrow = useIsNarrow();
  const width = useSettings((state) => state.sidebarWidth);
  const footer = isNarrow ? <SidebarFooter /> : <SidebarFooter onFold={onFold} pulls={<Transfers />} />;
  if (isNarrow) {
    return isSheetOpen ? (
      <Sheet label={t("app.sidebar")} onOpenChange={onSheetChange}>
        <Sidebar currentId={currentId} footer={footer} onChosen={() => onSheetChange(false)} />
      </Sheet>
    ) : null;
  }
  if (!isOpen) return null;
  return (
    <div className="relative flex shrink-0 flex-col border-e border-line bg-surface" style={{ width }}>
      <Sidebar
        currentId={currentId}
        footer={
          <>
            {footer}
            <ResizeHandle width={width} />
          </>
        }
      />
    </div>
  );
}

function ResizeHandle({ width }: { width: number }) {
  const t = useT();
  const [start, setStart] = useState<{ readonly x: number; readonly width: number }>();

  function set(next: number) {
    changeSettings({ sidebarWidth: Math.round(Math.min(widest, Math.max(narrowest, next))) });
  }

  function onPointerMove(event: PointerEvent) {
    if (!start) return;
    const direction = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    set(start.width + (event.clientX - start.x) * direction);
  }

  function onKeyDown(event: KeyboardEvent) {
    const wider = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowLeft" || event.key === "ArrowRight")
      set(width + (event.key === wider ? 16 : -16));
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={t("app.sidebarWidth")}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      className="absolute inset-y-0 -end-1 w-2 cursor-col-resize hover:bg-accent-soft"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart({ x: event.clientX, width });
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => setStart(undefined)}
      onKeyDown={onKeyDown}
    />
  );
}

function SidebarFooter({ onFold, pulls }: { onFold?: () => void; pulls?: ReactNode }) {
  const t = useT();
  return (
    <div className="flex flex-col">
      {pulls}
      <div className="flex items-center gap-1 border-t border-line p-2">
        <FooterLink href="#/models" icon={<Box aria-hidden />} text={t("library.models")} />
        <FooterLink href="#/settings" icon={<Settings aria-hidden />} text={t("app.settings")} />
        {onFold ? (
          <IconButton label={t("app.closeSidebar")} onClick={onFold}>
            <PanelLeftClose aria-hidden className="rtl:-scale-x-100" />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}

function FooterLink({ href, icon, text }: { href: string; icon: ReactNode; text: string }) {
  return (
    <a
      href={href}
      className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-control px-2.5 text-muted hover:bg-hover hover:text-text pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {icon}
      <span className="truncate">{text}</span>
    </a>
  );
}
