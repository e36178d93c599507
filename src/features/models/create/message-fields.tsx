import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef } from "react";
import { type CreateMessage, messageRoles } from "#src/core/models/create-fields.ts";
import { BigBox } from "#src/ui/big-area.tsx";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type MessageFieldsProps = {
  hint: string;
  messages: readonly CreateMessage[];
  onChange: (messages: readonly CreateMessage[]) => void;
};

/** Messages that every conversation with the model begins with, in their order. */
export function MessageFields({ hint, messages, onChange }: MessageFieldsProps) {
  const t = useT();
  const list = useRef<HTMLFieldSetElement>(null);
  const replace = (index: number, patch: Partial<CreateMessage>) =>
    onChange(messages.map((message, at) => (at === index ? { ...message, ...patch } : message)));

  function move(index: number, by: -1 | 1) {
    const [one, other] = [messages[index], messages[index + by]];
    if (!one || !other) return;
    onChange(messages.map((message, at) => (at === index ? other : at === index + by ? one : message)));
  }

  function add() {
    const role = messages.at(-1)?.role === "user" ? "assistant" : "user";
    onChange([...messages, { role, content: "" }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-child textarea")?.focus());
  }

  return (
    <fieldset ref={list} className="min-w-0">
      <legend className="font-medium">{t("create.messages")}</legend>
      <p className="facts mt-0.5">{hint}</p>
      <ol className="mt-2 flex flex-col gap-3 empty:hidden">
        {messages.map((message, index) => {
          const number = index + 1;
          return (
            // Rows have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="rounded-panel border border-line p-2">
              <div className="mb-2 flex items-center gap-1">
                <select
                  aria-label={t("create.messageRole", { number })}
                  className="min-h-8 rounded-control border border-line bg-page px-2 pointer-coarse:min-h-11"
                  value={message.role}
                  onChange={({ target }) => {
                    const role = messageRoles.find((known) => known === target.value);
                    if (role) replace(index, { role });
                  }}
                >
                  {messageRoles.map((role) => (
                    <option key={role} value={role}>
                      {t(`create.role.${role}`)}
                    </option>
                  ))}
                </select>
                <span className="flex-1" />
                <IconButton
                  label={t("create.messageUp", { number })}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <ArrowUp aria-hidden />
                </IconButton>
                <IconButton
                  label={t("create.messageDown", { number })}
                  disabled={number === messages.length}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown aria-hidden />
                </IconButton>
                <IconButton
                  label={t("create.messageRemove", { number })}
                  onClick={() => onChange(messages.filter((_, at) => at !== index))}
                >
                  <X aria-hidden />
                </IconButton>
              </div>
              <BigBox
                label={t("create.message", { number })}
                rows={2}
                className="w-full resize-y rounded-control border border-line bg-page px-3 py-1.5 text-ui pointer-coarse:text-reading"
                value={message.content}
                onChange={(content) => replace(index, { content })}
              />
            </li>
          );
        })}
      </ol>
      <Button className="mt-2" onClick={add}>
        <Plus aria-hidden className="size-4" />
        {t("create.messageAdd")}
      </Button>
    </fieldset>
  );
}
