import { expect, test } from "vitest";
import { type Config, defaultConfig, useConfig } from "./config.ts";
import { chooseServer as choose, serverUrl, setServer, useServer } from "./server.ts";
import { listServers } from "./servers.ts";

const chooseServer = (userUrl: string, config: Config) =>
  choose(userUrl, listServers(config, [], userUrl), config);
const home: Config = { ...defaultConfig, servers: [{ url: "http://home:1" }], practice: true };

test("the user's address comes before the configuration's, and that before the default", () => {
  expect(chooseServer("http://mine:2", home)).toEqual({
    url: "http://mine:2",
    source: "user",
    isPractice: false,
  });
  expect(chooseServer("", home)).toEqual({ url: "http://home:1", source: "config", isPractice: true });
  expect(chooseServer("", defaultConfig)).toEqual({
    url: "http://localhost:11434",
    source: "default",
    isPractice: false,
  });
});

test("an address that is the configured one, is wrong, or is not allowed, is not the user's", () => {
  expect(chooseServer("http://home:1/", home).source).toBe("config");
  expect(chooseServer("ftp://x", home).source).toBe("config");
  expect(chooseServer("http://mine:2", { ...home, allowServerChanges: false }).url).toBe("http://home:1");
});

test("no server is in use before the configuration is known; then it follows what the user sets", () => {
  expect(useServer.getState().url).toBe("");
  expect(serverUrl()).toBe("http://localhost:11434");
  useConfig.setState({ isReady: true, config: home });
  expect(useServer.getState().url).toBe("http://home:1");
  setServer("mine.lan");
  expect(serverUrl()).toBe("http://mine.lan:11434");
  setServer("");
  expect(useServer.getState().isPractice).toBe(true);
});
