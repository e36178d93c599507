import type { ModelShow } from "#src/core/models/show.ts";

/** Metadata with all its arrays, which is megabytes and comes only when somebody asks. */
export type WholeInfo = {
  readonly data: Pick<ModelShow, "info" | "projector"> | undefined;
  readonly error: Error | null;
  /** Of what, and of whom, it is asked. */
  readonly asked: { readonly model: string; readonly server: string };
  readonly isLoading: boolean;
  readonly load: () => void;
};
