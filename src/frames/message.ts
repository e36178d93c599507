/** To the frame of a preview: what to run. */
export type RunPreview = { readonly kind: "html" | "svg" | "js"; readonly source: string };

export type ConsoleLevel = "log" | "info" | "warn" | "error" | "blocked";

/** From a preview; whatever comes from there is only a claim. */
export type PreviewMessage =
  | { readonly type: "console"; readonly level: ConsoleLevel; readonly text: string }
  /** Another page took the place of its page: it tried to lead somewhere else. */
  | { readonly type: "left" }
  | { readonly type: "escape" };
