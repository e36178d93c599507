import { type ReactNode, useEffect, useMemo, useState } from "react";
import { byRule } from "#src/core/connection/choose-server.ts";
import { watchMemory } from "#src/state/choose-server.ts";
import { useFleet } from "#src/state/fleet.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ServerMark } from "#src/ui/server-mark.tsx";
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
            <div
              role="group"
              aria-label={t("choice.server")}
              className="flex shrink-0 gap-1 overflow-x-auto border-b border-line p-1"
            >
              <Only isOn={only === ""} onClick={() => setOnly("")}>
                {t("choice.all")}
              </Only>
              {lists.map(({ server, isDown }) => (
                <Only key={server.url} isOn={only === server.url} onClick={() => setOnly(server.url)}>
                  <ServerMark server={server} isAway={isDown} className="max-w-40" />
                </Only>
              ))}
            </div>
          }
        />
      )}
      <ServerStates lists={shown} />
    </>
  );
}

type OnlyProps = { isOn: boolean; onClick: () => void; children: ReactNode };

/** One of the servers whose models are shown, or all. */
function Only({ isOn, onClick, children }: OnlyProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      className="facts inline-flex min-h-7 shrink-0 items-center rounded-control px-2 hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-text pointer-coarse:min-h-11"
      onClick={onClick}
    >
      {children}
    </button>
  );
}
