/** Lets one task run at a time, first come first served. */
export type Turns = {
  /** Resolves with the function that ends the turn. Rejects with the signal's reason when it aborts while waiting. */
  take(signal: AbortSignal): Promise<() => void>;
};

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    async take(signal) {
      signal.throwIfAborted();
      const before = last;
      const { promise, resolve } = deferred();
      last = promise;
      try {
        await Promise.race([before, aborted(signal)]);
        signal.throwIfAborted();
        return resolve;
      } catch (error) {
        // Who comes after waits for the one before as well.
        void before.then(resolve);
        throw error;
      }
    },
  };
}

/** `Promise.withResolvers` is younger than the oldest browsers that we support. */
function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
