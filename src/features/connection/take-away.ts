import { notify } from "#src/state/notices.ts";
import { dropDraft, openForm, useServerForms } from "#src/state/server-draft.ts";
import { serverUrl, setServer } from "#src/state/server.ts";
import { nameOfServer, removeServer } from "#src/state/servers.ts";

/** Takes a server off the list, and offers to bring it back as it was, in use where it was. */
export function takeAway(url: string): void {
  const name = nameOfServer(url);
  const wasInUse = serverUrl() === url;
  const restore = removeServer(url);
  if (wasInUse) setServer("");
  dropDraft(url);
  if (useServerForms.getState().open === url) openForm("");
  notify({
    text: "servers.removed",
    values: { name },
    action: {
      label: "servers.undo",
      run: () => {
        restore();
        if (wasInUse) setServer(url);
      },
    },
  });
}
