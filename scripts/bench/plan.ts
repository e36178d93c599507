import { type Shape, shapes } from "./shapes.ts";

/** A part of a reply: at once, or at a rate. */
interface Part {
  readonly tokens: number;
  readonly perSecond?: number;
}

/** How a reply of the measured server comes. After a part that comes at once it waits to be told to go on. */
export interface Plan {
  readonly shape: Shape;
  readonly parts: readonly Part[];
}

/** What stands in the reply where it begins and ends. */
export const marks = { begun: "Begun.", ended: "Ended." } as const;

/** What stands in the reply where a part ends that came at once. */
export function partMark(index: number): string {
  return `Part ${index + 1}.`;
}

/** A plan travels to the server as the question that is asked. */
export function questionOf(plan: Plan): string {
  return JSON.stringify(plan);
}

/** Undefined for a question that is no plan. */
export function planOf(question: string): Plan | undefined {
  try {
    const plan = JSON.parse(question) as Plan;
    return plan.shape in shapes ? plan : undefined;
  } catch {
    return undefined;
  }
}
