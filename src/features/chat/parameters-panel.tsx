import type { ConversationId, Parameters } from "#src/core/conversation/message.ts";
import { samplingFor } from "#src/core/models/sampling.ts";
import { useAbilities } from "#src/state/abilities.ts";
import { changeChatSettings } from "#src/state/chat-settings.ts";
import { Button } from "#src/ui/button.tsx";
import { Area } from "#src/ui/field.tsx";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { NumberField } from "./number-field.tsx";
import { useChatSettings, useServerOf } from "./use-chat-settings.ts";
import { useDetails } from "./use-details.ts";

export type ParametersPanelProps = { id: ConversationId | null; model: string };

/** System prompt and sampling. Each field says where its value comes from while the user set none. */
export function ParametersPanel({ id, model }: ParametersPanelProps) {
  const t = useT();
  const locale = useLocale();
  const { systemPrompt, parameters } = useChatSettings(id);
  const server = useServerOf(id);
  const isOpenAi = useAbilities(({ known }) => known.get(server)?.kind === "openai");
  const details = useDetails(server, model);
  const inherited = samplingFor(details, {});
  const hint = (value: { readonly value: unknown; readonly from: string } | undefined, none: string) =>
    isOpenAi ? t("servers.ownDefault") : originOf(value, none, t, locale);

  function change(patch: Parameters) {
    changeChatSettings(id, { parameters: { ...parameters, ...patch } });
  }

  function set(name: "temperature" | "topP" | "maxTokens" | "seed", value: number | undefined) {
    const { [name]: _, ...rest } = parameters;
    changeChatSettings(id, { parameters: value === undefined ? rest : { ...rest, [name]: value } });
  }

  return (
    <div className="flex flex-col gap-4">
      <Area
        label={t("chat.systemPrompt")}
        hint={t("chat.systemPromptHint")}
        rows={3}
        value={systemPrompt}
        placeholder={details?.system ?? ""}
        onChange={(event) => changeChatSettings(id, { systemPrompt: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-x-4 gap-y-3">
        <NumberField
          label={t("chat.temperature")}
          value={parameters.temperature}
          range={{ min: 0, max: 2, step: 0.1 }}
          hint={hint(inherited.temperature, "")}
          onChange={(value) => set("temperature", value)}
        />
        <NumberField
          label={t("chat.topP")}
          value={parameters.topP}
          range={{ min: 0, max: 1, step: 0.05 }}
          hint={hint(inherited.topP, "")}
          onChange={(value) => set("topP", value)}
        />
        <NumberField
          label={t("chat.maxTokens")}
          value={parameters.maxTokens}
          range={{ min: 1, step: 1 }}
          hint={hint(inherited.maxTokens, t("chat.from.none"))}
          onChange={(value) => set("maxTokens", value)}
        />
        <NumberField
          label={t("chat.seed")}
          value={parameters.seed}
          range={{ min: 0, step: 1 }}
          hint={hint(inherited.seed, t("chat.from.random"))}
          onChange={(value) => set("seed", value)}
        />
      </div>
      <Area
        label={t("chat.stopSequences")}
        hint={t("chat.stopSequencesHint")}
        rows={2}
        value={parameters.stop?.join("\n") ?? ""}
        onChange={(event) =>
          change({ stop: event.target.value === "" ? [] : event.target.value.split("\n") })
        }
      />
      <Button onClick={() => changeChatSettings(id, { parameters: {}, systemPrompt: "" })}>
        {t("chat.reset")}
      </Button>
    </div>
  );
}

function originOf(
  inherited: { readonly value: unknown; readonly from: string } | undefined,
  none: string,
  t: Translate,
  locale: string,
): string {
  if (!inherited) return none;
  const value =
    typeof inherited.value === "number" ? inherited.value.toLocaleString(locale) : String(inherited.value);
  return t(inherited.from === "model" ? "chat.from.model" : "chat.from.ollama", { value });
}
