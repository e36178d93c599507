import type { ModelShow } from "#src/core/models/show.ts";

/** Metadata with all its arrays, which is megabytes and comes only when somebody asks. */
export type WholeInfo = {
  readonly data: Pick<ModelShow, "info" | "projector"> | undefined;
  readonly error: Error | null;
  readonly isLoading: boolean;
  readonly load: () => void;
};
