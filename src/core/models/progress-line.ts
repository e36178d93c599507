/** One line of `/api/pull`, `/api/create` or `/api/push`; sizes in bytes, zero values are omitted by the server. */
export type ProgressLine = {
  readonly status: string;
  readonly digest?: string;
  readonly total?: number;
  readonly completed?: number;
};
