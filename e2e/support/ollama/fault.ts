/**
 * Where in the server a request fails decides how the failure is framed:
 * while the request is read, in the route's own code, or after a stream was set up but before its first line.
 */
export type Stage = "request" | "handler" | "stream";

/** An answer that is not a success. Each route writes it in its own dialect. */
export class Fault extends Error {
  readonly status: number;
  readonly stage: Stage;
  readonly signinUrl: string | undefined;

  constructor(status: number, message: string, stage: Stage = "handler", signinUrl?: string) {
    super(message);
    this.status = status;
    this.stage = stage;
    this.signinUrl = signinUrl;
  }
}
