import type { OllamaError } from "#src/core/errors.ts";
import type { CreateSteps } from "#src/core/models/create-progress.ts";

type Common = {
  readonly key: string;
  readonly server: string;
  /** With its tag. */
  readonly name: string;
  readonly steps: CreateSteps;
};

/** One model being made, as it is shown. */
export type CreateView =
  /** Waits for one of the server's connections; `position` in the queue, from 1. */
  | (Common & { readonly status: "queued"; readonly position?: number })
  | (Common & { readonly status: "running" })
  | (Common & { readonly status: "done" })
  | (Common & { readonly status: "failed"; readonly error: OllamaError })
  /** The connection was closed; `isThere`: whether the server lists the model all the same, undefined where it gives no list. */
  | (Common & { readonly status: "cancelled"; readonly isThere: boolean | undefined });

export function isMaking({ status }: CreateView): boolean {
  return status === "queued" || status === "running";
}

/** One name for a model that a server makes. */
export function createKey(server: string, name: string): string {
  return `${server} ${name.toLowerCase()}`;
}
