/** Which models are chosen to be acted on together. */
export type Choice = {
  readonly names: ReadonlySet<string>;
  /** The one that was chosen last: where a range begins. */
  readonly last: string | undefined;
};

export const noChoice: Choice = { names: new Set(), last: undefined };

/**
 * Chooses a model, or gives it up; with `isRange` also all between it and the last one get what it gets.
 * `order` is what is on screen, from top to bottom.
 */
export function choose(choice: Choice, name: string, order: readonly string[], isRange: boolean): Choice {
  const isChosen = !choice.names.has(name);
  const range = isRange ? between(order, choice.last ?? name, name) : [name];
  return { names: changed(choice.names, range, isChosen), last: name };
}

/** All that are on screen, or none of them where all were. */
export function chooseAll(choice: Choice, order: readonly string[]): Choice {
  const isAll = order.every((name) => choice.names.has(name));
  return { names: changed(choice.names, order, !isAll), last: undefined };
}

function between(order: readonly string[], from: string, to: string): readonly string[] {
  const [one, other] = [order.indexOf(from), order.indexOf(to)];
  if (one < 0 || other < 0) return [to];
  return order.slice(Math.min(one, other), Math.max(one, other) + 1);
}

function changed(names: ReadonlySet<string>, changes: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(names);
  for (const name of changes) {
    if (isIn) next.add(name);
    else next.delete(name);
  }
  return next;
}
