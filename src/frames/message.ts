/** To the frame of a preview: what to run. */
export type RunPreview = { readonly kind: "html" | "svg" | "js"; readonly source: string };

export type ConsoleLevel = "log" | "info" | "warn" | "error" | "blocked";

/** From a preview; whatever comes from there is only a claim. */
export type PreviewMessage =
  | { readonly type: "console"; readonly level: ConsoleLevel; readonly text: string }
  /** Another page took the place of its page: it tried to lead somewhere else. */
  | { readonly type: "left" }
  /** The page did not answer, and was removed. */
  | { readonly type: "silent" }
  | { readonly type: "escape" };

/** To the frame that draws diagrams. */
export type DrawDiagram = { readonly id: number; readonly source: string; readonly isDark: boolean };

/** From it; `ready` once. Sizes in CSS pixels. */
export type DiagramMessage =
  | { readonly type: "ready" }
  | {
      readonly type: "drawn";
      readonly id: number;
      readonly svg: string;
      readonly kind: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: "fault"; readonly id: number; readonly reason: string };

/** To the frame of an image. */
export type ShowImage = {
  readonly address: string;
  readonly alt: string;
  /** Whether the address may lead to another host. */
  readonly followsAnywhere: boolean;
};

/** From it: the image's own size in CSS pixels, or that it could not be loaded. */
export type ImageMessage =
  | { readonly type: "loaded"; readonly width: number; readonly height: number }
  | { readonly type: "failed" };
