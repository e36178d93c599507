import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { toolPath } from "./command.ts";
import { PlainError } from "./plain-error.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const variables = ["CANDOR_CHROMIUM", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH", "CHROME_PATH"] as const;
const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] as const;

/** What each Chromium of the tests is started with: no sandbox for root, who cannot have one, and nothing that calls out. */
export const launchArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A Chromium that is here: the one that the environment names, else Playwright's own, else the system's. */
export function findBrowser(
  env: Environment = process.env,
  playwrights = playwrightsOwn(),
): string | undefined {
  for (const variable of variables) {
    const named = env[variable];
    if (!named) continue;
    if (existsSync(named)) return named;
    throw new PlainError(`${variable}=${JSON.stringify(named)} cannot be used: there is no such file.`);
  }
  if (playwrights !== undefined && existsSync(playwrights)) return playwrights;
  const folders = (env["PATH"] ?? "").split(delimiter);
  return folders
    .flatMap((folder) => systemNames.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}

/** As findBrowser, and installs one where there is none. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  for (const install of [installPlaywrights, installSystems]) {
    const installed = install() ? findBrowser() : undefined;
    if (installed !== undefined) return installed;
  }
  throw new PlainError(
    "No Chromium was found and none could be installed: name one with CANDOR_CHROMIUM=/path/to/chromium.",
  );
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function installPlaywrights(): boolean {
  console.log("No Chromium here: installing Playwright's (npx playwright install --with-deps chromium) …");
  const withSystemLibraries = process.platform === "linux" && asRoot() === undefined ? [] : ["--with-deps"];
  const command = [toolPath("playwright", "@playwright/test"), "install", ...withSystemLibraries, "chromium"];
  return succeeds(process.execPath, command, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" });
}

function installSystems(): boolean {
  const root = asRoot();
  if (process.platform !== "linux" || root === undefined) return false;
  console.log("That failed: installing the system's (apt-get install chromium) …");
  const [command = "apt-get", ...before] = [...root, "apt-get"];
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  succeeds(command, [...before, "update", "-qq"], quiet);
  return succeeds(command, [...before, "install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
}

/** What stands before a command that only root may run, or undefined where this user cannot become root. */
function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return succeeds("sudo", ["-n", "true"], {}) ? ["sudo", "-n"] : undefined;
}

function succeeds(command: string, parameters: readonly string[], env: Record<string, string>): boolean {
  const run = spawnSync(command, parameters, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "ignore"],
    timeout: 300_000,
  });
  return run.status === 0;
}
