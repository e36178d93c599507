import { type ReactNode, useEffect, useMemo } from "react";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { pathTo } from "#src/core/conversation/tree.ts";
import { openConversation, useConversations } from "#src/state/conversations.ts";
import { setOnScreen } from "#src/state/on-screen.ts";
import { markSeen } from "#src/state/runs.ts";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { Composer } from "./composer.tsx";
import { Transcript } from "./load-transcript.ts";

export type ConversationPageProps = {
  /** `null` for a conversation that has not begun. */
  id: ConversationId | null;
  /** The model picker, and whatever else stands in the composer's row. */
  modelPicker: ReactNode;
  /** What stands above the composer of a new conversation. */
  welcome: ReactNode;
  onBegun: (id: ConversationId) => void;
  onPull: (model: string) => void;
};

/** One conversation: its transcript, or a welcome where it has none, and the composer. */
export function ConversationPage({ id, modelPicker, welcome, onBegun, onPull }: ConversationPageProps) {
  const found = useOpened(id);
  if (found === "unknown") return <UnknownConversation />;
  return (
    <div
      className={classes("flex h-full min-h-0 flex-col", id === null && "sm:justify-center sm:pb-[16dvh]")}
    >
      {id ? <Branch key={id} id={id} onPull={onPull} onBegun={onBegun} /> : null}
      {id ? null : (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 pt-6 pb-6 sm:flex-initial sm:justify-start">
          <div className="mx-auto mt-auto w-full max-w-(--measure)">{welcome}</div>
        </div>
      )}
      <Composer id={id} modelPicker={modelPicker} onBegun={onBegun} onPull={onPull} />
    </div>
  );
}

function Branch({
  id,
  onPull,
  onBegun,
}: Required<Pick<ConversationPageProps, "onPull" | "onBegun">> & { id: ConversationId }) {
  const tree = useConversations((state) => state.trees.get(id));
  const leaf = useConversations((state) => state.list.get(id)?.activeLeafId ?? null);
  const path = useMemo(() => (tree ? pathTo(tree, leaf) : []), [tree, leaf]);
  if (!tree) return <div className="flex-1" />;
  return (
    <Transcript
      fallback={<div className="flex-1" />}
      id={id}
      tree={tree}
      path={path}
      onPull={onPull}
      onForked={onBegun}
    />
  );
}

/** Reads the conversation when it comes on screen, and notes that it was seen. */
function useOpened(id: ConversationId | null): "open" | "unknown" | "loading" {
  const isKnown = useConversations((state) => id === null || state.list.has(id));
  const isReady = useConversations((state) => state.status === "ready");
  useEffect(() => {
    setOnScreen(id);
    if (!id || !isKnown) return undefined;
    void openConversation(id);
    const see = () => markSeen(id);
    see();
    document.addEventListener("visibilitychange", see);
    return () => {
      document.removeEventListener("visibilitychange", see);
      setOnScreen(null);
    };
  }, [id, isKnown]);
  if (isKnown) return "open";
  return isReady ? "unknown" : "loading";
}

function UnknownConversation() {
  const t = useT();
  return (
    <div className="mx-auto flex h-full max-w-(--measure) flex-col justify-center gap-2 px-4">
      <h2 className="text-title font-semibold">{t("chat.unknown")}</h2>
      <p className="text-muted">{t("chat.unknownHint")}</p>
      <p>
        <a href="#/" className="font-medium text-accent underline underline-offset-4">
          {t("chat.newConversation")}
        </a>
      </p>
    </div>
  );
}
