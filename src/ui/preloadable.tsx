import { type ComponentType, type ReactNode, useEffect, useState } from "react";

export type Preloadable<Props> = ComponentType<Props & { fallback?: ReactNode }> & {
  /** Reads it now, so that drawing it later waits for nothing. */
  readonly preload: () => Promise<unknown>;
};

/**
 * A part whose code is read when it is first drawn, or before. Unlike `lazy` it is drawn at once where its code is there:
 * React holds what was suspended back for 300 ms, which a first token would feel. Where its code cannot be read, an extra is just
 * not there; of any other part the boundary around it says so.
 */
export function preloadable<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isExtra = false }: { readonly isExtra?: boolean } = {},
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
    const [error, setError] = useState<unknown>();
    useEffect(() => {
      if (isLoaded) return;
      preload().then(() => setLoaded(true), setError);
    }, [isLoaded]);
    if (error !== undefined && !isExtra) throw error;
    return Loaded ? <Loaded {...(props as unknown as Props)} /> : fallback;
  }

  return Object.assign(Part, { preload });
}
