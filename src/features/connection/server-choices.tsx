import { serverColors, type Server, serverKinds } from "#src/core/connection/server.ts";
import { useT } from "#src/ui/i18n.tsx";
import { RadioChoice } from "#src/ui/radio-choice.tsx";

type ChoiceProps<Value> = { value: Value; isFixed: boolean; onChange: (value: Value) => void };

/** What the server speaks, or that it is found out. */
export function KindChoice(props: ChoiceProps<Server["kind"]>) {
  const t = useT();
  return (
    <RadioChoice
      {...props}
      legend={t("servers.kindLabel")}
      hint={t("servers.kindHint")}
      options={serverKinds.map((kind) => ({
        value: kind,
        label: t(kind === "auto" ? "servers.kindAuto" : `servers.kind.${kind}`),
      }))}
    />
  );
}

/** How the server is told from others at a glance; each colour has its name beside it. */
export function ColorChoice(props: ChoiceProps<Server["color"]>) {
  const t = useT();
  return (
    <RadioChoice
      {...props}
      legend={t("servers.color")}
      options={serverColors.map((color) => ({
        value: color,
        label: t(`servers.color.${color}`),
        mark: (
          <span
            aria-hidden
            className="size-3 shrink-0 rounded-full"
            style={{ backgroundColor: `var(--color-server-${color})` }}
          />
        ),
      }))}
    />
  );
}
