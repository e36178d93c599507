/** Stands between the app and its servers while requests are recorded. */
export type Tap = {
  /** Sends a request as `fetch` does, and gives the same answer. */
  readonly fetch: (server: string, url: string, init: RequestInit) => Promise<Response>;
  /** Watches an upload that is about to be sent. */
  readonly upload: (server: string, url: string, request: XMLHttpRequest, body: Blob) => void;
};

/** At most one listener; without one a request costs one comparison. */
export const tap: { listener: Tap | undefined } = { listener: undefined };
