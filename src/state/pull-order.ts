import type { PullView } from "./pull-view.ts";

type Pulls = ReadonlyMap<string, PullView>;

/** The same pulls, those that wait numbered from 1. */
export function numbered(pulls: Pulls): Pulls {
  let position = 0;
  const result = new Map<string, PullView>();
  for (const [key, view] of pulls) {
    if (view.status === "queued") position += 1;
    const isRight = view.status !== "queued" || view.position === position;
    result.set(key, isRight ? view : { ...view, position });
  }
  return result;
}

/** The same pulls, with one that waits a place earlier (-1) or later (1) in the queue; the same object where there is no such place. */
export function moved(pulls: Pulls, key: string, by: -1 | 1): Pulls {
  const waiting = [...pulls.values()].filter(({ status }) => status === "queued");
  const from = waiting.findIndex((view) => view.key === key);
  const one = waiting[from];
  const other = waiting[from + by];
  if (!one || !other) return pulls;
  const result = new Map<string, PullView>();
  for (const [each, view] of pulls) {
    if (each === one.key) result.set(other.key, { ...other, place: one.place });
    else if (each === other.key) result.set(one.key, { ...one, place: other.place });
    else result.set(each, view);
  }
  return result;
}
