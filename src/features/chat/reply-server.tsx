import { plainServer, type Server, serverLabel } from "#src/core/connection/server.ts";
import type { ConversationId, Reply } from "#src/core/conversation/message.ts";
import { useFleet } from "#src/state/fleet.ts";
import { type Run, useRuns } from "#src/state/run-view.ts";
import { regenerate } from "#src/state/runs.ts";
import { useServers } from "#src/state/servers.ts";
import { Button } from "#src/ui/button.tsx";
import { failureText } from "#src/ui/failure-text.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ServerMark } from "#src/ui/server-mark.tsx";
import { useReply } from "./use-reply.ts";

function useKnown(): (url: string) => Server {
  const servers = useServers((state) => state.servers);
  return (url) => servers.find((server) => server.url === url) ?? plainServer(url, "user");
}

/** Where a reply is written, and who was asked before and gave nothing; where there is one server, only the latter. */
export function ReplyServer({ run, reply }: { run: Run | undefined; reply: Reply }) {
  const t = useT();
  const locale = useLocale();
  const known = useKnown();
  const areSeveral = useServers(({ servers }) => servers.length > 1);
  const server = useReply(run, reply, (now) => now.server);
  const tried = useReply(run, reply, (now) => now.triedServers) ?? [];
  const model = reply.model;
  return (
    <>
      {server && (areSeveral || tried.length > 0) ? (
        <span data-part="server" className="inline-flex min-w-0 items-center">
          <span className="sr-only">{t("choice.answered", { server: serverLabel(known(server)) })}</span>
          <span aria-hidden className="inline-flex min-w-0">
            <ServerMark server={known(server)} />
          </span>
        </span>
      ) : null}
      {tried.map((failed) => (
        <span key={failed.server} data-part="tried" className="order-last basis-full wrap-anywhere">
          {t("choice.tried", {
            server: serverLabel(known(failed.server)),
            reason: failureText(
              failed.error,
              { model, server: failed.server },
              t,
              locale,
              window.location.origin,
            ).cause,
          })}
        </span>
      ))}
    </>
  );
}

/** A failed reply's way to the other servers that have its model. */
export function AskInstead({ conversationId, reply }: { conversationId: ConversationId; reply: Reply }) {
  const t = useT();
  const known = useKnown();
  const hasRun = useRuns((state) => state.runs.has(conversationId));
  const order = useFleet((fleet) => fleet.order(reply.model).join("\n"));
  const others = order.split("\n").filter((url) => url !== "" && url !== reply.server);
  return others.map((url) => (
    <Button
      key={url}
      disabled={hasRun}
      className="max-w-full"
      onClick={() => void regenerate(conversationId, reply, url)}
    >
      <span className="truncate">{t("choice.askInstead", { server: serverLabel(known(url)) })}</span>
    </Button>
  ));
}
