import { create } from "zustand";
import { noSecrets, plainServer, serverColors } from "#src/core/connection/server.ts";
import {
  type DraftFaults,
  draftFrom,
  faultsOf,
  secretsFrom,
  type ServerDraft,
  serverFrom,
} from "#src/core/connection/server-draft.ts";
import { loadServerForms, noForms, saveServerForms, type ServerForms } from "#src/storage/server-drafts.ts";
import { useConfig } from "./config.ts";
import { reportTrouble } from "./connection.ts";
import { useNewChat } from "./chat-settings.ts";
import { updateConversation, useConversations } from "./conversations.ts";
import { invalidateModels, modelsQuery, queryClient } from "./models.ts";
import { serverUrl, setServer } from "./server.ts";
import { isChanged, saveServer, saveServerSecrets, secretsOf, serverAt, useServers } from "./servers.ts";
import { changeSettings, useSettings } from "./settings.ts";

/** The form of a server to come. */
export const newForm = "new";

/** The forms that are being filled in; they survive going elsewhere and reloading, but not the tab. `open` is `""` for the server in use. */
export const useServerForms = create<ServerForms>(() => loadServerForms());

function change(forms: ServerForms): void {
  useServerForms.setState(forms, true);
  saveServerForms(forms);
}

/** Opens the form of a server by its address, or of a new one. */
export function openForm(open: string): void {
  change({ ...useServerForms.getState(), open });
}

/** A form as it is now: what was typed, else what is kept of the server. */
export function draftOf(form: string, { drafts }: ServerForms): ServerDraft {
  return drafts[form] ?? keptDraft(form);
}

function keptDraft(form: string): ServerDraft {
  if (form !== newForm) return draftFrom(serverAt(form), secretsOf(form));
  const used = new Set(useServers.getState().servers.map(({ color }) => color));
  const color = serverColors.find((one) => !used.has(one)) ?? "teal";
  return { ...draftFrom(plainServer("", "user"), noSecrets), color };
}

/** Keeps what is typed. */
export function changeDraft(form: string, patch: Partial<ServerDraft>): void {
  const forms = useServerForms.getState();
  const draft = { ...draftOf(form, forms), ...patch };
  const { [form]: _, ...others } = forms.drafts;
  const isAsKept = JSON.stringify(draft) === JSON.stringify(keptDraft(form));
  change({ ...forms, drafts: isAsKept ? others : { ...others, [form]: draft } });
}

/** Forgets what was typed; a new form is closed. */
export function dropDraft(form: string): void {
  const { open, drafts } = useServerForms.getState();
  const { [form]: _, ...others } = drafts;
  change({ open: form === newForm ? "" : open, drafts: others });
}

/** Forgets all forms. */
export function dropAllDrafts(): void {
  change(noForms);
}

/** What is wrong in a form now. */
export function draftFaults(form: string, draft: ServerDraft): DraftFaults {
  const { servers } = useServers.getState();
  const others = servers.map(({ url }) => url).filter((url) => url !== form);
  // The address that there is when there is no other is there to be replaced.
  const isPlaceholder = servers.every(({ source }) => source === "default");
  return faultsOf(draft, isPlaceholder ? [] : others);
}

/**
 * Keeps the server of a form without faults, and its secrets (these alone where the site forbids changes); the server in use stays in use, wherever it moves. False where the secrets
 * could not be kept, and last as long as the page.
 */
export function saveDraft(form: string, isToUse: boolean): boolean {
  const draft = draftOf(form, useServerForms.getState());
  const server = serverFrom(draft);
  const wasInUse = form === serverUrl();
  // Before the server is on the list, where it is asked at once.
  const isKept = saveServerSecrets(server.url, secretsFrom(draft));
  if (useConfig.getState().config.allowServerChanges) {
    if (form === newForm) keepUnlisted();
    if (saveServer(server, form === newForm ? server.url : form)) followMove(form, server.url);
  }
  if (isToUse || (wasInUse && form !== server.url)) setServer(server.url);
  const { [form]: _, ...drafts } = useServerForms.getState().drafts;
  change({ open: server.url, drafts });
  void invalidateModels(server.url);
  reportTrouble(server.url);
  return isKept;
}

/** Another one is no replacement for a server that answered, though nobody ever entered it. */
function keepUnlisted(): void {
  for (const { source, ...server } of useServers.getState().servers) {
    const hasAnswered = queryClient.getQueryData(modelsQuery(server.url).queryKey) !== undefined;
    const isMeant = source === "user" || (source === "default" && hasAnswered);
    if (isMeant && !isChanged(server.url)) saveServer(server);
  }
}

/** What was to be asked at the old address is asked at the new one. */
function followMove(before: string, after: string): void {
  for (const [id, { server }] of useConversations.getState().list)
    if (server === before) updateConversation(id, { server: after });
  if (useNewChat.getState().server === before) useNewChat.setState({ server: after });
  if (useSettings.getState().lastServer === before) changeSettings({ lastServer: after });
}
