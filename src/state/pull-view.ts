import type { OllamaError } from "#src/core/errors.ts";
import type { PullProgress } from "#src/core/models/pull.ts";

/** What a pull is from its beginning to its end. */
export type BegunPull = {
  readonly key: string;
  readonly server: string;
  /** With its tag. */
  readonly name: string;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  /** Among all pulls: those with less are listed, and have their turn, before it. */
  readonly place: number;
  /** It was begun to see whether the registry has a newer one. */
  readonly isUpdate?: boolean;
  /** Over plain HTTP, because the user said so. */
  readonly isInsecure?: boolean;
  /** Another tab was at it when it began: the server downloads once for both. */
  readonly isShared?: boolean;
};

/** How a download or an upload moves. */
export type TransferRate = {
  readonly bytesPerSecond?: number;
  readonly secondsLeft?: number;
  /** Since the last new byte, in milliseconds; only once that is worth saying. */
  readonly stalledMs?: number;
};

type Common = BegunPull & { readonly progress: PullProgress };

/** Whether a pull made a difference: by the model's digest before and after. */
export type PullChange = "new" | "updated" | "same";

/** One pull as it is shown. */
export type PullView =
  /** Waits for others to end; `position` in the queue, from 1. */
  | (Common & { readonly status: "queued"; readonly position: number })
  | (Common & {
      readonly status: "running";
      /** Waits for one of the server's connections, at this place, from 1. */
      readonly connectionPlace?: number;
    } & TransferRate)
  /** Partial files stay on the server: going on goes on from them. */
  | (Common & { readonly status: "paused" })
  /** Without a change where the list of models could not be read before or after. */
  | (Common & { readonly status: "done"; readonly change?: PullChange })
  /** An update of a model that the registry does not have: made on the server, or withdrawn. */
  | (Common & { readonly status: "unlisted" })
  | (Common & { readonly status: "failed"; readonly error: OllamaError })
  | (Common & { readonly status: "cancelled" })
  /** Its page was closed or reloaded, perhaps before anything was asked for. */
  | (Common & { readonly status: "interrupted"; readonly hasWaited?: boolean });

/** Whether the server still works on it, or will. */
export function isUnderWay(pull: PullView): boolean {
  return pull.status === "queued" || pull.status === "running";
}

/** One name for a pull of a model by a server. */
export function pullKey(server: string, name: string): string {
  return `${server} ${name.toLowerCase()}`;
}

/** A pull without what only its present status has. */
export function withoutStatus({
  key,
  server,
  name,
  startedAt,
  place,
  isUpdate,
  isInsecure,
  isShared,
  progress,
}: PullView): Common {
  return {
    key,
    server,
    name,
    startedAt,
    place,
    progress,
    ...(isUpdate && { isUpdate }),
    ...(isInsecure && { isInsecure }),
    ...(isShared && { isShared }),
  };
}
