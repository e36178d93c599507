import { beforeEach, expect, test, vi } from "vitest";
import { accessTo } from "#src/ollama/access.ts";
import { defaultConfig, useConfig } from "./config.ts";
import {
  changeDraft,
  draftFaults,
  draftOf,
  newForm,
  openForm,
  saveDraft,
  useServerForms,
} from "./server-draft.ts";
import { changeChatSettings, useNewChat } from "./chat-settings.ts";
import { useConversations } from "./conversations.ts";
import { modelsQuery, queryClient } from "./models.ts";
import { useSettings } from "./settings.ts";
import { forgetServers } from "./forget-servers.ts";
import { serverUrl, setServer } from "./server.ts";
import { secretsOf, useServers } from "./servers.ts";

beforeEach(() => {
  queryClient.clear();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  forgetServers();
  useConfig.setState({ isReady: true, config: defaultConfig });
});

const urls = () => useServers.getState().servers.map(({ url }) => url);

function add(address: string, isToUse: boolean) {
  openForm(newForm);
  changeDraft(newForm, { address, apiKey: "sk-1" });
  saveDraft(newForm, isToUse);
}

test("a new server is kept with its key, its form is closed, and another's colour is chosen for the next", () => {
  add("http://one:1/v1", false);
  expect(urls()).toEqual(["http://one:1"]);
  expect(accessTo("http://one:1")).toEqual({ Authorization: "Bearer sk-1" });
  expect(useServerForms.getState()).toEqual({ open: "http://one:1", drafts: {} });
  const [first] = useServers.getState().servers;
  expect(draftOf(newForm, useServerForms.getState()).color).not.toBe(first?.color);
});

test("the server in use stays in use where its address changes, and its key moves with it", () => {
  add("http://one:1", true);
  add("http://two:1", false);
  expect(serverUrl()).toBe("http://one:1");
  changeDraft("http://one:1", { address: "http://moved:1" });
  saveDraft("http://one:1", false);
  expect(urls()).toEqual(["http://moved:1", "http://two:1"]);
  expect(serverUrl()).toBe("http://moved:1");
  expect(secretsOf("http://one:1").apiKey).toBe("");
  expect(accessTo("http://moved:1")).toEqual({ Authorization: "Bearer sk-1" });
});

test("an address is there once; what is typed back is no change", () => {
  add("http://one:1", true);
  add("http://two:1", false);
  const draft = draftOf("http://two:1", useServerForms.getState());
  expect(draftFaults("http://two:1", { ...draft, address: "http://one:1" })).toEqual({ address: "known" });
  changeDraft("http://two:1", { name: "Two" });
  expect(useServerForms.getState().drafts).toHaveProperty(["http://two:1", "name"], "Two");
  changeDraft("http://two:1", { name: "" });
  expect(useServerForms.getState().drafts).toEqual({});
});

test("where the site forbids changes, a key is kept and nothing else", () => {
  const servers = [{ url: "http://site:1", name: "Site" }];
  useConfig.setState({ config: { ...defaultConfig, servers, allowServerChanges: false } });
  setServer("");
  changeDraft("http://site:1", { name: "Mine", apiKey: "sk-2" });
  saveDraft("http://site:1", false);
  expect(useServers.getState().servers[0]?.name).toBe("Site");
  expect(accessTo("http://site:1")).toEqual({ Authorization: "Bearer sk-2" });
});

const standard = "http://localhost:11434";

test("another server is no replacement for one that answered without ever being entered, nor for the user's own", () => {
  queryClient.setQueryData(modelsQuery(standard).queryKey, []);
  add("http://two:1", false);
  expect(urls()).toEqual([standard, "http://two:1"]);
  expect(serverUrl()).toBe(standard);
  forgetServers();
  setServer("http://mine:1");
  add("http://two:1", true);
  expect(urls()).toEqual(["http://mine:1", "http://two:1"]);
});

test("a server that is on no list and never answered is replaced", () => {
  add("http://two:1", false);
  expect(urls()).toEqual(["http://two:1"]);
});

test("no question to a server leaves before its key is known", async () => {
  const asked: [string, unknown][] = [];
  const stop = useServers.subscribe(({ servers }) => {
    for (const { url } of servers) asked.push([url, accessTo(url)]);
  });
  add("http://one:1", false);
  stop();
  expect(asked).toEqual([["http://one:1", { Authorization: "Bearer sk-1" }]]);
});

test("conversations, and the next one, follow a server to another address", () => {
  add("http://one:1", true);
  add("http://two:1", false);
  const conversation = (id: string, server: string) => [id, { id, title: id, server }] as const;
  useConversations.setState({
    list: new Map([conversation("a", "http://two:1"), conversation("b", "http://one:1")]) as never,
  });
  changeChatSettings(null, { model: "m", server: "http://two:1" });
  changeDraft("http://two:1", { address: "http://three:1" });
  saveDraft("http://two:1", false);
  expect([...useConversations.getState().list.values()].map(({ server }) => server)).toEqual([
    "http://three:1",
    "http://one:1",
  ]);
  expect(useNewChat.getState().server).toBe("http://three:1");
  expect(useSettings.getState().lastServer).toBe("http://three:1");
});
