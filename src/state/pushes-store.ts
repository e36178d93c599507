import { create } from "zustand";
import type { OllamaError } from "#src/core/errors.ts";
import type { PullProgress } from "#src/core/models/pull.ts";
import type { TransferRate } from "./pull-view.ts";

export type PushBegun = {
  readonly key: string;
  readonly server: string;
  /** With its tag. */
  readonly name: string;
  /** Over plain HTTP. */
  readonly isInsecure: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
};

type Common = PushBegun & { readonly progress: PullProgress };

/** One push as it is shown. */
export type PushView =
  /** Waits for one of the server's connections; `position` in the queue, from 1. */
  | (Common & { readonly status: "queued"; readonly position: number })
  | (Common & TransferRate & { readonly status: "running" })
  | (Common & { readonly status: "done" | "cancelled" })
  | (Common & { readonly status: "failed"; readonly error: OllamaError });

/** All pushes of this page, in the order they began, by key. */
export const usePushes = create<{ readonly pushes: ReadonlyMap<string, PushView> }>(() => ({
  pushes: new Map(),
}));

export function isPushing(push: PushView): boolean {
  return push.status === "queued" || push.status === "running";
}
