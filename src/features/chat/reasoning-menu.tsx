import { Lightbulb } from "lucide-react";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { reasoningEfforts } from "#src/core/models/reasoning.ts";
import { changeChatSettings } from "#src/state/chat-settings.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { Menu, MenuChoice } from "#src/ui/menu.tsx";
import { useChatSettings, useServerOf } from "./use-chat-settings.ts";
import { useDetails } from "./use-details.ts";

/** On, off and effort of a model's reasoning; absent for models that cannot think. */
export function ReasoningMenu({ id, model }: { id: ConversationId | null; model: string }) {
  const t = useT();
  const details = useDetails(useServerOf(id), model);
  const { reasoning } = useChatSettings(id);
  const efforts = reasoningEfforts({ name: model, capabilities: details?.capabilities ?? [] });
  const standard = efforts.includes("on") ? "on" : "medium";
  if (efforts.length === 0) return null;
  const chosen = reasoning && efforts.includes(reasoning) ? reasoning : standard;
  const options = efforts.map((value) => ({ value, label: t(`chat.reasoning.${value}`) }));
  return (
    <Menu
      trigger={
        <Button
          look="quiet"
          aria-label={t("chat.reasoning")}
          title={t("chat.reasoningChoice", { choice: t(`chat.reasoning.${chosen}`) })}
          className="px-2 font-normal [&_svg]:size-4"
        >
          <Lightbulb aria-hidden />
          <span className="max-sm:hidden">{t(`chat.reasoning.${chosen}`)}</span>
        </Button>
      }
    >
      <MenuChoice
        label={t("chat.reasoning")}
        value={chosen}
        options={options}
        onChange={(value) => changeChatSettings(id, { reasoning: value })}
      />
    </Menu>
  );
}
