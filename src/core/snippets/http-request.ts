/** Any request, as programs are written for. */
export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As it is sent. */
  readonly body?: string;
  /** The answer comes in pieces that are worth seeing as they come. */
  readonly isStreamed: boolean;
};
