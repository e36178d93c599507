import { Redirect, Route, Switch } from "wouter";
import { conversationAt } from "#src/core/conversation/address.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ByKind, NativeOnly, PresentPages } from "./by-kind.tsx";
import { ConversationRoute } from "./conversation-route.tsx";
import {
  ConnectionPage,
  CreatePage,
  DetailsPage,
  HealthPage,
  LibraryPage,
  OpenAiDetails,
  OpenAiLibrary,
  PlaygroundPage,
  PullsPage,
  RequestsPage,
  RunningPage,
  ServerHealthPage,
  SettingsPage,
} from "./pages.ts";

export function Routes() {
  return (
    <PresentPages>
      <Switch>
        <Route path="/">
          <ConversationRoute id={null} />
        </Route>
        <Route path="/c/:id">{({ id }) => <ConversationRoute id={conversationAt(`/c/${id}`)} />}</Route>
        <Route path="/models">
          <ByKind openai={<OpenAiLibrary />}>
            <LibraryPage />
          </ByKind>
        </Route>
        <Route path="/models/:name">
          {({ name }) => (
            <ByKind openai={<OpenAiDetails name={name} />}>
              <DetailsPage key={name} name={name} />
            </ByKind>
          )}
        </Route>
        <Route path="/running">
          <NativeOnly page="running">
            <RunningPage />
          </NativeOnly>
        </Route>
        <Route path="/pulls">
          <NativeOnly page="pulls">
            <PullsPage />
          </NativeOnly>
        </Route>
        <Route path="/create">
          <NativeOnly page="create">
            <CreatePage />
          </NativeOnly>
        </Route>
        <Route path="/create/:base">
          {({ base }) => (
            <NativeOnly page="create">
              <CreatePage key={base} base={base} />
            </NativeOnly>
          )}
        </Route>
        <Route path="/health">
          <NativeOnly page="health">
            <HealthPage />
          </NativeOnly>
        </Route>
        <Route path="/playground">
          <NativeOnly page="playground">
            <PlaygroundPage kind="completion" />
          </NativeOnly>
        </Route>
        <Route path="/playground/embeddings">
          <NativeOnly page="playground">
            <PlaygroundPage kind="embeddings" />
          </NativeOnly>
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
    </PresentPages>
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
