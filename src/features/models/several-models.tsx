import { useEffect, useMemo, useState } from "react";
import { byRule } from "#src/core/connection/choose-server.ts";
import { serverLabel } from "#src/core/connection/server.ts";
import { watchMemory } from "#src/state/choose-server.ts";
import { useFleet } from "#src/state/fleet.ts";
import { useT } from "#src/ui/i18n.tsx";
import { mergeModels } from "./merge-models.ts";
import { ListOutline, Offered } from "./offered.tsx";
import { ServerStates } from "./server-states.tsx";

export type SeveralModelsProps = {
  value: string;
  onChoose: (name: string, server: string) => void;
  onPull: (name: string) => void;
};

const nothing: ReadonlySet<string> = new Set();

/** The models of all servers in one list; none of them waits for another's answer. */
export function SeveralModels({ value, onChoose, onPull }: SeveralModelsProps) {
  const t = useT();
  const lists = useFleet((state) => state.lists);
  const [only, setOnly] = useState("");
  const shown = useMemo(
    () => (only === "" ? lists : lists.filter(({ server }) => server.url === only)),
    [lists, only],
  );
  const all = useMemo(() => mergeModels(lists), [lists]);
  const merged = useMemo(() => (shown === lists ? all : mergeModels(shown)), [shown, lists, all]);
  useEffect(() => watchMemory(), []);

  // Who looks at one server's models means that one.
  function choose(name: string) {
    const [first, ...others] = merged.marks.get(name)?.servers ?? [];
    onChoose(name, only || (first && others.length === 0 ? first.server.url : byRule));
  }

  const isNothingKnown = lists.every(({ models }) => models === undefined);
  return (
    <>
      {isNothingKnown && lists.some(({ isAsked }) => isAsked) ? <ListOutline /> : null}
      {isNothingKnown ? null : (
        <Offered
          models={merged.models}
          inMemory={nothing}
          marks={all.marks}
          value={value}
          onChoose={choose}
          onPull={onPull}
          aside={
            <select
              aria-label={t("choice.server")}
              className="max-w-32 min-w-0 shrink-0 rounded-control bg-transparent py-1.5 text-facts text-muted pointer-coarse:min-h-11"
              value={only}
              onChange={(event) => setOnly(event.target.value)}
            >
              <option value="">{t("choice.all")}</option>
              {lists.map(({ server }) => (
                <option key={server.url} value={server.url}>
                  {serverLabel(server)}
                </option>
              ))}
            </select>
          }
        />
      )}
      <ServerStates lists={shown} />
    </>
  );
}
