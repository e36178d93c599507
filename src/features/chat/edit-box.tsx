import { useRef, useState } from "react";
import type { ConversationId, Prompt } from "#src/core/conversation/message.ts";
import { readDraft, writeDraft } from "#src/state/drafts.ts";
import { sendEdit } from "#src/state/runs.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { isComposing } from "#src/ui/is-composing.ts";
import { focusArticle } from "./focus-article.ts";

export type EditBoxProps = { conversationId: ConversationId; message: Prompt; onClose: () => void };

/** Edits a question. What is typed is kept as a draft until it is sent or given up. */
export function EditBox({ conversationId, message, onClose }: EditBoxProps) {
  const t = useT();
  const key = `edit.${message.id}`;
  const [text, setText] = useState(() => readDraft(key) || message.content);
  const [isRefused, setIsRefused] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);

  function change(next: string) {
    setText(next);
    writeDraft(key, next);
  }

  function close() {
    writeDraft(key, "");
    onClose();
  }

  function giveUp() {
    const article = box.current?.closest("article");
    close();
    focusArticle(article);
  }

  async function send() {
    if (!text.trim()) return;
    const result = await sendEdit(conversationId, message, text);
    if (result.ok) close();
    else setIsRefused(result.reason !== "unconfigured");
  }

  return (
    <div className="rounded-panel border border-line bg-raised p-2 shadow-composer focus-within:border-accent">
      <textarea
        ref={box}
        aria-label={t("chat.editMessage")}
        dir="auto"
        // The user has just asked to edit.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="field-sizing-content max-h-[60dvh] min-h-20 w-full resize-none bg-transparent px-2 py-1 text-reading outline-none"
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === "Escape") giveUp();
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            void send();
          }
        }}
      />
      {isRefused ? (
        <p role="status" className="facts px-2">
          {t("chat.busyElsewhere")}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={giveUp}>
          {t("chat.cancel")}
        </Button>
        <Button look="primary" onClick={() => void send()}>
          {t("chat.sendEdit")}
        </Button>
      </div>
    </div>
  );
}
