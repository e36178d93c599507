import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { listenCommand, type System, systemOfBrowser, variableCommand } from "./system.ts";

const origins = [
  "http://[::1]:4173",
  "https://chat.example",
  "https://chat.example:8443",
  "http://192.168.1.9",
];

/** A program that writes down what it is called with, and with which variable. */
const stub =
  '#!/bin/sh\necho "$(basename "$0") $*$(test -z "$OLLAMA_ORIGINS" || echo " with $OLLAMA_ORIGINS")" >> "$HOME/calls.txt"\n';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  for (const program of [
    "docker",
    "launchctl",
    "osascript",
    "open",
    "sleep",
    "systemctl",
    "ollama",
    "sudo",
  ]) {
    const path = join(folder, program);
    writeFileSync(
      path,
      program === "sudo" ? `${stub}[ "$1" = tee ] && cat > "$HOME/\${2##*/}"\ntrue\n` : stub,
    );
    chmodSync(path, 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Pastes a command into a shell, where the programs that it calls only write themselves down. */
function paste(shell: string, command: string) {
  const env = { HOME: folder, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  const { status, stdout } = spawnSync(shell, { input: command, cwd: folder, env, encoding: "utf8" });
  const calls = readdirSync(folder).includes("calls.txt")
    ? readFileSync(join(folder, "calls.txt"), "utf8").trim().split("\n")
    : [];
  return { status, stdout, calls };
}

const written = (name: string) => readFileSync(join(folder, name), "utf8");

describe.each(["sh", "bash"])("in %s", (shell) => {
  it.each(origins)("each system is told of %s, to the letter", (origin) => {
    const told = (system: System) => {
      writeFileSync(join(folder, "calls.txt"), "");
      const { status, calls } = paste(shell, variableCommand(system, "OLLAMA_ORIGINS", origin));
      expect(status).toBe(0);
      return calls;
    };
    expect(told("systemd").slice(-2)).toEqual([
      "sudo systemctl daemon-reload",
      "sudo systemctl restart ollama",
    ]);
    expect(written("zz-origins.conf")).toBe(`[Service]\nEnvironment="OLLAMA_ORIGINS=${origin}"\n`);
    expect(told("hand")).toEqual([`ollama serve with ${origin}`]);
    expect(told("macos")).toEqual([
      `launchctl setenv OLLAMA_ORIGINS ${origin}`,
      'osascript -e quit app "Ollama"',
      "sleep 3",
      "open -a Ollama",
    ]);
    expect(told("docker")).toEqual([
      "docker stop ollama",
      "docker rename ollama ollama-before",
      `docker run -d -p 11434:11434 -v ollama:/root/.ollama -e OLLAMA_ORIGINS=${origin} --name ollama ollama/ollama`,
    ]);
    expect(told("compose")).toEqual(["docker compose up -d"]);
    expect(parse(written("compose.override.yaml"))).toEqual({
      services: { ollama: { environment: { OLLAMA_ORIGINS: origin } } },
    });
  });

  it.each(["compose.override.yml", "docker-compose.override.yaml"])(
    "a %s that is there is left as it is, and named",
    (name) => {
      writeFileSync(join(folder, name), "mine");
      const { stdout, calls } = paste(shell, listenCommand("compose"));
      expect(stdout).toBe(`${name}\n`);
      expect(written(name)).toBe("mine");
      expect(readdirSync(folder).filter((file) => file.includes("compose"))).toEqual([name]);
      expect(calls).toEqual([]);
    },
  );
});

it("a drop-in is read after the one that `systemctl edit` writes", () => {
  const [, name = ""] =
    /ollama\.service\.d\/(\S+)/.exec(
      variableCommand("systemd", "OLLAMA_HOST", "0.0.0.0").split("tee")[1] ?? "",
    ) ?? [];
  expect(["override.conf", name].toSorted()).toEqual(["override.conf", name]);
});

it("compose publishes the port", () => {
  paste("sh", listenCommand("compose"));
  expect(parse(written("compose.override.yaml"))).toEqual({
    services: { ollama: { ports: ["11434:11434"] } },
  });
});

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "macos"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", "systemd"],
  ["Mozilla/5.0 (X11; Linux x86_64)", "systemd"],
])("%s runs on %s", (agent, system) => {
  expect(systemOfBrowser(agent)).toBe(system);
});
