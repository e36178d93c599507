import { createContext } from "react";
import type { Artefact } from "#src/core/markdown/previews.ts";

/** What rendered text may ask of the app around it. A new object renders all blocks again. */
export interface MarkdownHost {
  /** Absent where nothing can be previewed. */
  readonly openPreview?: (artefact: Artefact) => void;
  /** Hosts whose images are loaded without asking. */
  readonly allowedImageHosts?: readonly string[];
  readonly allowImageHost?: (host: string) => void;
}

export const MarkdownHostContext = createContext<MarkdownHost>({});

/** Whether the block that is rendered is still being written. */
export const BlockIsOpen = createContext(false);
