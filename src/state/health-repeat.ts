import { create } from "zustand";
import type { HealthTask } from "./health-check.ts";
import { testModels } from "./health.ts";

export type HealthRepeat =
  | { readonly status: "off" }
  | { readonly status: "testing"; readonly minutes: number }
  /** `at` in milliseconds since 1970 UTC. */
  | { readonly status: "waiting"; readonly minutes: number; readonly at: number };

/** Whether the tests go on by themselves. */
export const useHealthRepeat = create<{ readonly repeat: HealthRepeat }>(() => ({
  repeat: { status: "off" },
}));

let timer: ReturnType<typeof setTimeout> | undefined;
let current = 0;

/** Tests now, and again so many minutes after each round has ended, until it is stopped. `tasks` is asked anew each time. */
export function repeatTests(minutes: number, tasks: () => readonly HealthTask[]): void {
  stopRepeating();
  const id = current;
  const round = async (): Promise<void> => {
    put({ status: "testing", minutes });
    await testModels(tasks());
    if (id !== current) return;
    const wait = minutes * 60_000;
    put({ status: "waiting", minutes, at: Date.now() + wait });
    timer = setTimeout(() => void round(), wait);
  };
  void round();
}

/** No further round begins; the one that runs goes on. */
export function stopRepeating(): void {
  current += 1;
  clearTimeout(timer);
  put({ status: "off" });
}

function put(repeat: HealthRepeat): void {
  useHealthRepeat.setState({ repeat });
}
