import { canChat } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { changeChatSettings } from "./chat-settings.ts";
import { setHidden } from "./library.ts";
import { modelsQuery, queryClient } from "./models.ts";
import { notify } from "./notices.ts";
import type { PullCost } from "./perform-pull.ts";
import { recordPull } from "./pull-history.ts";
import { isUnderWay, type PullView } from "./pull-view.ts";
import { serverUrl } from "./server.ts";

/** A speed over less than this, in milliseconds, says nothing. */
const measurable = 500;

/** Keeps how a pull ended; `cost` is what all its parts between pauses took. */
export function recordPullEnd(view: PullView, { ms, downloadMs, bytes }: PullCost, endedAt: number): void {
  const { name, server, status } = view;
  if (status !== "done" && status !== "unlisted" && status !== "failed" && status !== "cancelled") return;
  recordPull({
    name,
    server,
    bytes,
    endedAt,
    tookMs: ms,
    ...(downloadMs >= measurable && bytes > 0 && { bytesPerSecond: (bytes / downloadMs) * 1000 }),
    outcome: status === "done" ? (view.change ?? "done") : status,
    ...(status === "failed" && { error: view.error }),
  });
}

const fresh = { updated: 0, same: 0, other: 0 };
let tally = { ...fresh };

/** Says that a model has come; of updates, once none is under way any more, how they came out. `pulls` are all there are now. */
export function noticePullEnd(view: PullView, pulls: readonly PullView[]): void {
  if (!view.isUpdate) {
    if (view.status === "done") noticeReady(view);
    // Who pulls a model that was hidden once wants to see it.
    if (view.status === "done" && view.change === "new") setHidden([view.name], false);
    return;
  }
  if (view.status === "done" && (view.change === "updated" || view.change === "same"))
    tally[view.change] += 1;
  else if (view.status === "done" || view.status === "unlisted" || view.status === "failed") tally.other += 1;
  const values = tally;
  const isOver = !pulls.some((other) => other.isUpdate && isUnderWay(other));
  if (!isOver || values.updated + values.same + values.other === 0) return;
  tally = { ...fresh };
  const see = () => void (location.hash = "#/pulls");
  notify({ text: "pulls.checked", values, action: { label: "pulls.see", run: see } });
}

function noticeReady(view: PullView): void {
  const { server, name } = view;
  const model = queryClient
    .getQueryData(modelsQuery(server).queryKey)
    ?.find((other) => sameModel(other.name, name));
  const chat = () => {
    changeChatSettings(null, { model: name, ...(server !== serverUrl() && { server }) });
    location.hash = "#/";
  };
  notify({
    text: "pulls.ready",
    values: { name },
    ...(model && canChat(model) && { action: { label: "pulls.chat", run: chat } }),
  });
}
