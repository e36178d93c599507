import { createContext } from "react";

/** What the app itself says in a rendered text: names of controls, never visible words. */
export interface MarkdownLabelTexts {
  readonly copyCode: string;
  readonly copied: string;
  readonly table: string;
  readonly openImage: (host: string) => string;
}

export const MarkdownLabels = createContext<MarkdownLabelTexts>({
  copyCode: "Copy code",
  copied: "Copied",
  table: "Table",
  openImage: (host) => `Open image at ${host}`,
});
