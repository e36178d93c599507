import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { Popover } from "#src/ui/popover.tsx";
import { ParametersPanel } from "./load-parameters-panel.ts";
import { useChatSettings } from "./use-chat-settings.ts";

/** Opens the system prompt and the sampling of a conversation; marked where the user set any. */
export function ParametersButton({ id, model }: { id: ConversationId | null; model: string }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const { parameters, systemPrompt } = useChatSettings(id);
  const isChanged = systemPrompt !== "" || Object.values(parameters).some((value) => value !== undefined);
  return (
    <Popover
      label={t("chat.parameters")}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      className="overflow-y-auto p-4"
      trigger={
        <IconButton label={t("chat.parameters")} className={isChanged ? "text-accent" : ""}>
          <SlidersHorizontal aria-hidden />
        </IconButton>
      }
    >
      <ParametersPanel key={id} id={id} model={model} />
    </Popover>
  );
}
