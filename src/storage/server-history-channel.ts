import * as v from "valibot";

/** What one tab tells the others of a check that it made: found connected or not, and nothing more. */
export type ToldCheck = {
  readonly server: string;
  readonly isConnected: boolean;
  readonly version: string;
  /** Milliseconds. */
  readonly latencyMs?: number | undefined;
};

const schema = v.object({
  server: v.string(),
  isConnected: v.boolean(),
  version: v.string(),
  latencyMs: v.optional(v.number()),
});

/**
 * The channel on which tabs tell each other of their checks, so that a server is asked once and not by each tab; silent where
 * the browser has no BroadcastChannel. `tell` tells the other tabs only.
 */
export function openCheckChannel(listener: (check: ToldCheck) => void): (check: ToldCheck) => void {
  try {
    const channel = new BroadcastChannel("candor.checks");
    channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      // Tabs may run different versions of the app.
      const told = v.safeParse(schema, data);
      if (told.success) listener(told.output);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
    return (check) => channel.postMessage(check);
  } catch {
    return () => {};
  }
}
