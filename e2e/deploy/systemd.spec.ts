import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPackages } from "../../scripts/system-package.ts";
import { expect, test } from "../support/test.ts";

const overrides = "deploy/systemd/ollama.service.d";

/** What systemd has to say about a service with these overrides. */
function verify(files: Readonly<Record<string, string>>): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "candor-systemd-"));
  // The lines of Ollama's own service that matter here.
  writeFileSync(
    join(folder, "ollama.service"),
    "[Unit]\nDescription=Ollama Service\n\n[Service]\nExecStart=/bin/true serve\nUser=root\nRestart=always\n",
  );
  mkdirSync(join(folder, "ollama.service.d"));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, "ollama.service.d", name), text);
  const { status, stdout, stderr } = spawnSync(
    "systemd-analyze",
    ["verify", "--man=no", "--recursive-errors=no", join(folder, "ollama.service")],
    { encoding: "utf8", env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` } },
  );
  rmSync(folder, { recursive: true });
  return { status, said: stdout + stderr };
}

test.beforeAll(() => {
  if (spawnSync("systemd-analyze", ["--version"]).status !== 0) installPackages(["systemd"]);
});

test("The overrides for systemd are ones that it takes", () => {
  const files = Object.fromEntries(
    readdirSync(overrides).map((name) => [name, readFileSync(join(overrides, name), "utf8")]),
  );
  expect(Object.keys(files)).toHaveLength(3);
  expect(verify(files)).toEqual({ status: 0, said: "" });
  const misspelt = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replace("Environment=", "Enviroment=")]),
  );
  for (const name of Object.keys(misspelt)) expect(verify(misspelt).said).toContain(name);
});

test("What they set is what Ollama reads, written as it has to be", () => {
  const lines = readdirSync(overrides).flatMap((name) =>
    [...readFileSync(join(overrides, name), "utf8").matchAll(/^Environment="(\w+)=(.*)"$/gm)].map(
      ([, variable, value]) => [variable, value] as const,
    ),
  );
  expect(lines.map(([variable]) => variable)).toEqual(["OLLAMA_MODELS", "OLLAMA_HOST", "OLLAMA_ORIGINS"]);
  const [, origins = ""] = lines.at(-1) ?? [];
  // As the server reads it: no spaces, one * an entry, no slash at the end; it does not start, or never matches, otherwise.
  for (const origin of origins.split(","))
    expect(origin).toMatch(/^https?:\/\/[a-z0-9.-]+(?:\*[a-z0-9.-]*)?$/);
});
