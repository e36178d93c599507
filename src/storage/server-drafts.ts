import * as v from "valibot";
import { serverColors, serverKinds } from "#src/core/connection/server.ts";
import type { ServerDraft } from "#src/core/connection/server-draft.ts";
import { readItem, tabItems, writeItem } from "./local-items.ts";

/** Forms of servers that are being filled in, by the address of the server (`new` for one to come), and which one is open. */
export type ServerForms = {
  readonly open: string;
  readonly drafts: Readonly<Record<string, ServerDraft>>;
};

/** They hold keys, so they live no longer than the tab. */
const key = "candor.server-forms";

const schema = v.object({
  open: v.string(),
  drafts: v.record(
    v.string(),
    v.object({
      address: v.string(),
      name: v.string(),
      color: v.picklist(serverColors),
      kind: v.picklist(serverKinds),
      modelFilter: v.string(),
      deadline: v.string(),
      apiKey: v.string(),
      headers: v.array(v.object({ name: v.string(), value: v.string() })),
      isKept: v.boolean(),
    }),
  ),
});

export const noForms: ServerForms = { open: "", drafts: {} };

/** The forms as this tab left them, over reloads; never throws. */
export function loadServerForms(): ServerForms {
  try {
    return v.parse(schema, JSON.parse(readItem(key, tabItems()) ?? ""));
  } catch {
    return noForms;
  }
}

/** Keeps the forms in this tab; where that is not possible they last as long as the page. */
export function saveServerForms(forms: ServerForms): void {
  const isEmpty = forms.open === "" && Object.keys(forms.drafts).length === 0;
  writeItem(key, isEmpty ? null : JSON.stringify(forms), tabItems());
}
