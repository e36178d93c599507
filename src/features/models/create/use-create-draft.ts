import { useCallback, useEffect, useRef, useState } from "react";
import { type CreateDraft, emptyDraft, storedDraft } from "#src/core/models/create-draft.ts";
import { draftKeeper } from "#src/state/creates-draft.ts";

export type ChangeDraft = (change: (draft: CreateDraft) => CreateDraft) => void;

/** What is typed about a model to be made, kept at every change and there again after a reload. */
export function useCreateDraft(base: string) {
  const [keeper] = useState(() => draftKeeper(base));
  const [draft, setDraft] = useState(() => storedDraft(keeper.read()) ?? emptyDraft(base));
  const latest = useRef(draft);

  const show = useCallback((next: CreateDraft) => {
    latest.current = next;
    setDraft(next);
  }, []);

  const change: ChangeDraft = useCallback(
    (update) => {
      const next = update(latest.current);
      if (next === latest.current) return;
      show(next);
      if (isEmpty(next, base)) keeper.drop();
      else keeper.keep(lengthOf(next), () => JSON.stringify(next));
    },
    [keeper, base, show],
  );

  useEffect(() => {
    if (keeper.read() !== "") return undefined;
    let isGone = false;
    // What was too long to be at hand comes a moment later, unless something was typed meanwhile.
    void keeper.readLate().then((text) => {
      const late = storedDraft(text);
      if (late && !isGone && isEmpty(latest.current, base)) show(late);
    });
    return () => {
      isGone = true;
    };
  }, [keeper, base, show]);

  useEffect(() => {
    const { flush } = keeper;
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [keeper]);

  return { draft, change, forget: keeper.drop };
}

function lengthOf({ text, fields: { system, template, messages, licenses } }: CreateDraft): number {
  const all = [text, system, template, ...licenses, ...messages.map(({ content }) => content)];
  return all.reduce((sum, one) => sum + one.length, 0);
}

function isEmpty(draft: CreateDraft, base: string): boolean {
  return lengthOf(draft) === 0 && JSON.stringify(draft) === JSON.stringify(emptyDraft(base));
}
