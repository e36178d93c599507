import { Redirect, Route, Switch } from "wouter";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ConversationRoute } from "./conversation-route.tsx";
import {
  ConnectionPage,
  CreatePage,
  DetailsPage,
  HealthPage,
  LibraryPage,
  PlaygroundPage,
  PullsPage,
  RequestsPage,
  RunningPage,
  ServerHealthPage,
  SettingsPage,
} from "./pages.ts";

export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <ConversationRoute id={null} />
      </Route>
      <Route path="/c/:id">{({ id }) => <ConversationRoute key={id} id={id as ConversationId} />}</Route>
      <Route path="/models">
        <LibraryPage />
      </Route>
      <Route path="/models/:name">{({ name }) => <DetailsPage key={name} name={name} />}</Route>
      <Route path="/running">
        <RunningPage />
      </Route>
      <Route path="/pulls">
        <PullsPage />
      </Route>
      <Route path="/create">
        <CreatePage />
      </Route>
      <Route path="/create/:base">{({ base }) => <CreatePage key={base} base={base} />}</Route>
      <Route path="/health">
        <HealthPage />
      </Route>
      <Route path="/playground">
        <PlaygroundPage kind="completion" />
      </Route>
      <Route path="/playground/embeddings">
        <PlaygroundPage kind="embeddings" />
      </Route>
      <Route path="/connection">
        <ConnectionPage />
      </Route>
      <Route path="/connection/health">
        <ServerHealthPage />
      </Route>
      <Route path="/requests">
        <RequestsPage />
      </Route>
      <Route path="/settings">
        <Redirect to="/settings/general" replace />
      </Route>
      <Route path="/settings/:section">{({ section }) => <SettingsPage section={section} />}</Route>
      <Route>
        <UnknownPage />
      </Route>
    </Switch>
  );
}

function UnknownPage() {
  const t = useT();
  return (
    <div className="mx-auto flex h-full max-w-(--measure) flex-col justify-center gap-2 px-4">
      <h2 className="text-title font-semibold">{t("app.unknownPage")}</h2>
      <a href="#/" className="font-medium text-accent underline underline-offset-4">
        {t("chat.newConversation")}
      </a>
    </div>
  );
}
