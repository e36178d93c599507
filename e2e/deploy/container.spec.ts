import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatPage } from "../pages/chat-page.ts";
import { expect, test as base } from "../support/test.ts";
import { startNginx } from "./nginx.ts";
import { askUnder, launchOptions, publicName } from "./places.ts";

const script = "deploy/docker/40-candor.sh";

const test = base.extend<{ folder: string }>({
  // Playwright reads the names of fixtures from the first parameter's pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "candor-container-"));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});
test.use({ launchOptions });

/** Runs the script as the image does at each start. */
function run(folder: string, env: Record<string, string>) {
  const { status, stderr } = spawnSync("sh", [script], {
    env: { PATH: process.env["PATH"], CANDOR_FOLDER: folder, ...env },
    encoding: "utf8",
  });
  return { status, stderr };
}

const configIn = (folder: string): unknown => JSON.parse(readFileSync(join(folder, "config.json"), "utf8"));

test("The script of the image is one that sh understands", () => {
  expect(spawnSync("sh", ["-n", script], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

test("The environment becomes config.json", ({ folder }) => {
  const standing = { defaultModel: "", allowServerChanges: true };
  const awkward = `Ann's "big" \\ box 漢字 $(reboot) 100%`;
  for (const [env, config] of [
    [{}, { servers: [], ...standing }],
    [
      { OLLAMA_URL: "http://ollama:11434" },
      { servers: [{ name: "Ollama", url: "/ollama", kind: "ollama" }], ...standing },
    ],
    [
      {
        CANDOR_SERVER_URL: "https://llm.example",
        CANDOR_SERVER_NAME: awkward,
        CANDOR_SERVER_KIND: "openai",
        CANDOR_DEFAULT_MODEL: "qwen3:8b",
        CANDOR_ALLOW_SERVER_CHANGES: "false",
      },
      {
        servers: [{ name: awkward, url: "https://llm.example", kind: "openai" }],
        defaultModel: "qwen3:8b",
        allowServerChanges: false,
      },
    ],
    [{ CANDOR_CONFIG: '{"practice":false}' }, { practice: false }],
  ] as const) {
    expect(run(folder, env)).toEqual({ status: 0, stderr: "" });
    expect(configIn(folder)).toEqual(config);
  }
  expect(readdirSync(folder)).toEqual(["config.json"]);
});

test("What cannot be right stops the start, and is named", ({ folder }) => {
  for (const [name, value] of [
    ["OLLAMA_URL", "ollama:11434"],
    ["OLLAMA_URL", "http://ollama:11434/api"],
    ["OLLAMA_URL", "http://ollama:11434//"],
    ["OLLAMA_URL", "http://ollama;} server {"],
    ["OLLAMA_URL", "http://ollama\nreturn 200"],
    ["CANDOR_ALLOW_SERVER_CHANGES", "no"],
    ["CANDOR_SERVER_KIND", "vllm"],
    ["CANDOR_HOSTS", "candor.example;"],
    ["CANDOR_HOSTS", "https://candor.example"],
    ["CANDOR_SERVER_NAME", "two\nlines"],
  ] as const) {
    const { status, stderr } = run(folder, { [name]: value, CANDOR_SERVER_URL: "http://x" });
    expect([value, status]).toEqual([value, 1]);
    expect(stderr).toContain(`candor: ${name}`);
    expect(readdirSync(folder)).toEqual([]);
  }
});

test("An address with a slash at its end, or of IPv6, is one; names are written once", ({ folder }) => {
  for (const [url, written] of [
    ["http://ollama:11434/", "http://ollama:11434/"],
    ["http://[fd00::5]:11434", "http://[fd00::5]:11434/"],
  ] as const) {
    const hosts = "Candor.example b.example candor.example";
    expect(run(folder, { OLLAMA_URL: url, CANDOR_HOSTS: hosts })).toEqual({ status: 0, stderr: "" });
    expect(readFileSync(join(folder, "ollama.conf"), "utf8")).toContain(`proxy_pass ${written};\n`);
    expect(readFileSync(join(folder, "named.hosts"), "utf8")).toBe("b.example 1;\ncandor.example 1;\n");
  }
});

test("Ollama is used under names that are this network's own, and those that are named", async ({
  ollama,
  folder,
}) => {
  chmodSync(folder, 0o755);
  expect(run(folder, { OLLAMA_URL: ollama.url, CANDOR_HOSTS: "candor.example" }).status).toBe(0);
  const nginx = await startNginx({ form: "deploy/docker/candor.conf", edits: [["/tmp/candor", folder]] });
  const path = "/ollama/api/version";
  for (const name of [
    "elsewhere.example",
    "candor.example.elsewhere.example",
    "127.0.0.1.elsewhere.example",
  ]) {
    expect([name, (await askUnder(name, nginx.port, "/")).status]).toEqual([name, 200]);
    const { status, text } = await askUnder(name, nginx.port, path);
    expect([name, status]).toEqual([name, 403]);
    expect(JSON.parse(text)).toEqual({ error: expect.stringContaining("CANDOR_HOSTS") });
  }
  expect(ollama.requests).toEqual([]);
  for (const name of ["candor.example", "CANDOR.example", "nas", "nas.local", "10.0.0.5", "[::1]"])
    expect([name, (await askUnder(name, nginx.port, path)).status]).toEqual([name, 200]);
  await nginx.close();
});

test("The server of the image serves the app, its configuration, and Ollama", async ({
  page,
  ollama,
  folder,
}) => {
  // In the image, the script and nginx are one user.
  chmodSync(folder, 0o755);
  expect(run(folder, { OLLAMA_URL: ollama.url, CANDOR_SERVER_NAME: "In the container" }).status).toBe(0);
  const nginx = await startNginx({ form: "deploy/docker/candor.conf", edits: [["/tmp/candor", folder]] });
  expect(await (await fetch(`${nginx.url}/healthz`)).text()).toBe("ok\n");
  const config = await fetch(`${nginx.url}/config.json`);
  expect(config.headers.get("cache-control")).toBe("no-cache");
  expect(config.headers.get("content-type")).toBe("application/json");
  const chat = new ChatPage(page, `http://${publicName}:${nginx.port}`);
  await chat.open();
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/v1/chat/completions")).toHaveLength(1);
  await nginx.close();
});
