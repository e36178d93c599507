import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nginxHere } from "../../scripts/nginx.ts";
import { expect, test as base } from "../support/test.ts";
import { deployed, freePort, mainFile, startNginx } from "./nginx.ts";
import { ask } from "./places.ts";

const text = readFileSync("docs/deploy.md", "utf8");

/** The blocks of a language, without the indentation of a list that they stand in. */
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\n([^]*?)^\\1\`\`\`$`, "gm"))].map(
    ([, indent = "", block = ""]) => block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );

const blockWith = (language: string, words: string): string => {
  const found = blocks(language).filter((block) => block.includes(words));
  if (found.length !== 1) throw new Error(`docs/deploy.md has ${found.length} blocks with ${words}`);
  return found[0] ?? "";
};

const test = base.extend<{ folder: string }>({
  // Playwright reads the names of fixtures from the first parameter's pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "candor-docs-"));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

function run(script: string): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync("sh", ["-eu", "-c", script], { encoding: "utf8" });
  return { status, stderr };
}

test("The commands are ones that a shell reads, the files they name are there", () => {
  expect(blocks("sh").length).toBeGreaterThan(8);
  for (const block of blocks("sh")) {
    const { status, stderr } = spawnSync("sh", ["-n"], { input: block, encoding: "utf8" });
    expect([block, status, stderr]).toEqual([block, 0, ""]);
  }
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [, name = ""] of text.matchAll(/npm run ([a-z0-9:]+)/g))
    expect(Object.keys(scripts)).toContain(name);
  const named = [...text.matchAll(/(?<![./\w])deploy\/[\w./-]*\w/g)].map(([file]) => file);
  const linked = [...text.matchAll(/\]\(((?:\.\.\/|decisions\/)[^)#]+)\)/g)].map(
    ([, file]) => `docs/${file}`,
  );
  expect(named.length + linked.length).toBeGreaterThan(20);
  for (const file of [...named, ...linked]) expect([file, existsSync(file)]).toEqual([file, true]);
});

test("What is installed by the commands for a home network is a configuration that nginx takes", async ({
  folder,
}) => {
  const { program, brotli } = nginxHere();
  for (const name of ["etc/conf.d", "etc/snippets", "temp"])
    mkdirSync(join(folder, name), { recursive: true });
  // Building and installing packages is what these tests began with.
  const script = blockWith("sh", "one-origin.conf")
    .replaceAll(/^(?:npm|sudo apt-get) .*\n/gm, "")
    .replaceAll("sudo ", "")
    .replaceAll("dist/.", `${deployed}/.`)
    .replaceAll("/etc/nginx", `${folder}/etc`)
    .replaceAll("/var/www", `${folder}/www`)
    .replace(brotli === undefined ? /^.*brotli_static on;.*\n/m : "", "");
  expect(run(script)).toEqual({ status: 0, stderr: "" });
  const port = await freePort();
  const installed = ["conf.d/candor.conf", "snippets/candor-others.conf"].map((name) => {
    const file = join(folder, "etc", name);
    const before = readFileSync(file, "utf8");
    writeFileSync(
      file,
      before.replace("listen 80", `listen 127.0.0.1:${port}`).replace("listen [::]:80", "#"),
    );
    return before;
  });
  expect(installed[0]).toContain("server_name nas.lan;");
  writeFileSync(join(folder, "etc/mime.types"), readFileSync("/etc/nginx/mime.types"));
  writeFileSync(join(folder, "etc/nginx.conf"), mainFile(folder, brotli));
  const log = join(folder, "error.log");
  const check = spawnSync(program, ["-t", "-p", folder, "-e", log, "-c", join(folder, "etc/nginx.conf")], {
    encoding: "utf8",
  });
  expect([check.status, check.stderr]).toEqual([0, expect.stringContaining("test is successful")]);
  expect(check.stderr).not.toContain("[warn]");
  expect(readdirSync(join(folder, "www/candor"))).toEqual(
    expect.arrayContaining(["index.html", "config.json"]),
  );
  if (brotli !== undefined)
    expect(readFileSync(join(folder, "etc/snippets/candor-files.conf"), "utf8")).toMatch(
      /^ +brotli_static on;$/m,
    );
});

test("The commands for systemd put the overrides where it looks", ({ folder }) => {
  const script = blockWith("sh", "zz-origins.conf")
    .replaceAll(/^sudo systemctl .*\n/gm, "")
    .replaceAll("sudo ", "")
    .replaceAll(" /etc/", ` ${folder}/etc/`);
  expect(run(script)).toEqual({ status: 0, stderr: "" });
  expect(readdirSync(join(folder, "etc/systemd/system/ollama.service.d"))).toEqual([
    "zz-network.conf",
    "zz-origins.conf",
  ]);
});

test("The lines that keep changes from users do, and the ones for an even load can be others", async ({
  ollama,
}) => {
  const nginx = await startNginx({
    form: "deploy/nginx/one-origin.conf",
    edits: [
      ["    location /ollama/ {", `${blockWith("nginx", "(pull|")}\n    location /ollama/ {`],
      ["127.0.0.1:11434", `127.0.0.1:${ollama.port}`],
    ],
  });
  for (const path of ["pull", "delete", "blobs/sha256:0", "create"]) {
    const refused = await fetch(`${nginx.url}/ollama/api/${path}`, { method: "POST", body: "{}" });
    expect([path, refused.status]).toEqual([path, 403]);
  }
  expect(ollama.requests).toEqual([]);
  expect(await (await ask(`${nginx.url}/ollama`, "Hi")).text()).toContain("[DONE]");
  await nginx.close();

  const machines = await startNginx({
    form: "deploy/nginx/many-machines.conf",
    edits: [
      ["least_conn;", "ip_hash;"],
      ...[1, 2, 3].map((at) => [`10.0.0.1${at}:11434`, `127.0.0.1:${ollama.port}`] as const),
    ],
  });
  expect(await (await ask(`${machines.url}/ollama`, "Hi")).text()).toContain("[DONE]");
  await machines.close();
});
