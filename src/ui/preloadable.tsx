import { type ComponentType, type ReactNode, useEffect, useState } from "react";

export type Preloadable<Props> = ComponentType<Props & { fallback?: ReactNode }> & {
  /** Reads it now, so that drawing it later waits for nothing. */
  readonly preload: () => Promise<unknown>;
};

const missing = new Set<() => void>();

/** Has `retry` called once it is worth reading again what could not be read. Gives back how to withdraw it. */
export function whenRetried(retry: () => void): () => void {
  missing.add(retry);
  return () => missing.delete(retry);
}

/** Reads again what is wanted and could not be read. */
export function retryMissing(): void {
  const retries = [...missing];
  missing.clear();
  for (const retry of retries) retry();
}

/**
 * A part whose code is read when it is first drawn, or before. Unlike `lazy` it is drawn at once where its code is there:
 * React holds what was suspended back for 300 ms, which a first token would feel. Where its code cannot be read, what is around it
 * stays, and it comes with the next attempt; that something is missing is said above the page.
 */
export function preloadable<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Preloadable<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<unknown> | undefined;

  function preload(): Promise<unknown> {
    loading ??= load().then(
      (component) => (Loaded = component),
      (error: unknown) => {
        // The next one tries again.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  function Part({ fallback = null, ...props }: Props & { fallback?: ReactNode }) {
    const [isLoaded, setLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      if (isLoaded) return undefined;
      let withdraw: (() => void) | undefined;
      let isGone = false;
      const read = () => {
        preload().then(
          () => setLoaded(true),
          () => {
            if (!isGone) withdraw = whenRetried(read);
          },
        );
      };
      read();
      return () => {
        isGone = true;
        withdraw?.();
      };
    }, [isLoaded]);
    return Loaded ? <Loaded {...(props as unknown as Props)} /> : fallback;
  }

  return Object.assign(Part, { preload });
}
