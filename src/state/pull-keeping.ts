import { noProgress } from "#src/core/models/pull.ts";
import { conversationStore } from "./conversations.ts";
import { type BegunPull, pullKey, type PullView } from "./pull-view.ts";

/** Keeps a pull that has not ended, as it is now, for the case that its page is closed. */
export function keepPull(view: PullView): void {
  const { name, server, startedAt, place, isUpdate, isInsecure, status, progress } = view;
  const { completed, total } = progress;
  const record = {
    name,
    server,
    startedAt,
    place,
    ...(isUpdate && { isUpdate }),
    ...(isInsecure && { isInsecure }),
    ...(status === "queued" && completed === 0 && { hasWaited: true }),
    ...(status === "paused" && { paused: { completed, total } }),
  };
  void conversationStore().then((store) => store.savePull(record));
}

export async function forgetPull({ name, server }: BegunPull): Promise<void> {
  await (await conversationStore()).deletePull(name, server);
}

/** The pulls that were kept, in their order: paused, or interrupted with the page that they were begun on. */
export async function keptPulls(): Promise<readonly PullView[]> {
  const views = (await (await conversationStore()).pulls()).map((record): PullView => {
    const { name, server, startedAt, place = startedAt, isUpdate, isInsecure, paused, hasWaited } = record;
    const begun = {
      key: pullKey(server, name),
      server,
      name,
      startedAt,
      place,
      ...(isUpdate && { isUpdate }),
      ...(isInsecure && { isInsecure }),
    };
    const progress = { ...noProgress, ...paused };
    if (paused) return { ...begun, progress, status: "paused" };
    return { ...begun, progress, status: "interrupted", ...(hasWaited && { hasWaited }) };
  });
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  return [...views].sort((one, other) => one.place - other.place);
}
