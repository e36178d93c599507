import type { OllamaError } from "#src/core/errors.ts";
import type { PullProgress } from "#src/core/models/pull.ts";

type Common = {
  readonly key: string;
  readonly server: string;
  /** With its tag. */
  readonly name: string;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly progress: PullProgress;
};

/** One pull as it is shown. */
export type PullView =
  /** Waits for one of the server's connections; `position` in the queue, from 1. */
  | (Common & { readonly status: "queued"; readonly position?: number })
  | (Common & {
      readonly status: "running";
      readonly bytesPerSecond?: number;
      readonly secondsLeft?: number;
      /** Since the last new byte, in milliseconds; only once that is worth saying. */
      readonly stalledMs?: number;
    })
  | (Common & { readonly status: "done" })
  | (Common & { readonly status: "failed"; readonly error: OllamaError })
  /** Partial files stay on the server: the next pull goes on from them. */
  | (Common & { readonly status: "cancelled" })
  /** Its page was closed or reloaded. */
  | (Common & { readonly status: "interrupted" });

/** Whether the server still works on it, or will. */
export function isUnderWay(pull: PullView): boolean {
  return pull.status === "queued" || pull.status === "running";
}

/** One name for a pull of a model by a server. */
export function pullKey(server: string, name: string): string {
  return `${server} ${name.toLowerCase()}`;
}
