import type { JsonRecord } from "#src/core/stream/json.ts";

/** A request that a program is written for. */
export type SnippetRequest = {
  /** Address of the server. */
  readonly server: string;
  readonly path: "/api/generate" | "/api/embed";
  /** The body as it is sent. */
  readonly body: JsonRecord;
  /** What proves to the server who asks, its secrets masked. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
};
