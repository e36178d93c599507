import { expect, test } from "vitest";
import { plainServer } from "#src/core/connection/server.ts";
import { accessTo } from "#src/ollama/access.ts";
import { defaultConfig, useConfig } from "./config.ts";
import {
  listServers,
  nameOfServer,
  removeServer,
  saveServer,
  saveServerSecrets,
  secretsOf,
  useServers,
} from "./servers.ts";

const mine = { ...plainServer("http://mine:1", "user"), name: "Mine" };
const config = { ...defaultConfig, servers: [{ url: "http://home:1", name: "Home", kind: "openai" }] };

test("configured servers come first, the user's after them, and one is always there", () => {
  expect(listServers(config, [mine], "").map(({ url, source }) => [url, source])).toEqual([
    ["http://home:1", "config"],
    ["http://mine:1", "user"],
  ]);
  expect(listServers(defaultConfig, [], "").map(({ url, source }) => [url, source])).toEqual([
    ["http://localhost:11434", "default"],
  ]);
  expect(listServers(defaultConfig, [], "other").map(({ url }) => url)).toEqual(["http://other:11434"]);
  expect(listServers(config, [], "")[0]).toMatchObject({ name: "Home", kind: "openai" });
});

test("what the user changed of a configured server holds; where changes are forbidden nothing of the user's does", () => {
  const changed = { ...mine, url: "http://home:1", name: "Attic" };
  expect(listServers(config, [changed], "")[0]).toMatchObject({ name: "Attic", source: "config" });
  const fixed = { ...config, allowServerChanges: false };
  expect(listServers(fixed, [mine, changed], "http://other:1").map(({ name }) => name)).toEqual(["Home"]);
});

test("a server is added, renamed, moved to another address and removed, its key with it", () => {
  useConfig.setState({ isReady: true, config: defaultConfig });
  saveServer(mine);
  saveServerSecrets(mine.url, { apiKey: "sk-1", headers: [{ name: "X-Team", value: "a" }], isKept: true });
  expect(accessTo(mine.url)).toEqual({ Authorization: "Bearer sk-1", "X-Team": "a" });
  expect(nameOfServer(mine.url)).toBe("Mine");
  saveServer({ ...mine, url: "http://moved:1" }, mine.url);
  expect(useServers.getState().servers.map(({ url }) => url)).toEqual(["http://moved:1"]);
  expect(accessTo(mine.url)).toEqual({});
  removeServer("http://moved:1");
  expect(useServers.getState().servers[0]?.source).toBe("default");
  expect(secretsOf("http://moved:1").apiKey).toBe("");
});

test("what the user makes of a configured server at another address stands beside it, and takes nothing from it", () => {
  useConfig.setState({ isReady: true, config });
  saveServerSecrets("http://home:1", { apiKey: "sk-home", headers: [], isKept: true });
  expect(saveServer({ ...mine, url: "http://attic:1" }, "http://home:1")).toBe(false);
  expect(useServers.getState().servers.map(({ url }) => url)).toEqual(["http://home:1", "http://attic:1"]);
  expect(secretsOf("http://home:1").apiKey).toBe("sk-home");
});
