import { spawnSync } from "node:child_process";

/** Installs Debian packages where this user may; says whether that succeeded. */
export function installPackages(names: readonly string[]): boolean {
  const root = asRoot();
  if (process.platform !== "linux" || root === undefined) return false;
  const [command = "apt-get", ...before] = [...root, "apt-get"];
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  succeeds(command, [...before, "update", "-qq"], quiet);
  return succeeds(command, [...before, "install", "-y", "-qq", "--no-install-recommends", ...names], quiet);
}

/** What stands before a command that only root may run, or undefined where this user cannot become root. */
export function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return succeeds("sudo", ["-n", "true"], {}) ? ["sudo", "-n"] : undefined;
}

export function succeeds(
  command: string,
  parameters: readonly string[],
  env: Record<string, string>,
): boolean {
  const run = spawnSync(command, parameters, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "ignore"],
    timeout: 300_000,
  });
  return run.status === 0;
}
