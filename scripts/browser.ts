import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { toolPath } from "./command.ts";
import { PlainError } from "./plain-error.ts";
import { asRoot, installPackages, succeeds } from "./system-package.ts";

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
  console.log("That failed: installing the system's (apt-get install chromium) …");
  return installPackages(["chromium"]);
}
