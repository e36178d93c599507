import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { buildId, builtId } from "./build-id.ts";

/** Assets of earlier builds, kept for tabs that are still open on them. */
export const olderAssets = ".cache/older-assets";

const keptFor = 14 * 24 * 3600 * 1000;

/** Builds into `dist`, which goes from the old build to the new one at once; a build that fails leaves the old one. */
export async function buildApp(logLevel: "info" | "warn" = "warn"): Promise<void> {
  const workshop = `.cache/build-${process.pid}`;
  const fresh = join(workshop, "dist");
  try {
    await build({ logLevel, build: { outDir: fresh, emptyOutDir: true } });
    keepAssets("dist/assets");
    putInPlace(fresh, workshop);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Tries again where another build put its result in place at the same moment. */
function putInPlace(fresh: string, workshop: string, attempt = 1): void {
  try {
    if (existsSync("dist")) renameSync("dist", join(workshop, `outgoing-${attempt}`));
    renameSync(fresh, "dist");
  } catch (error) {
    if (attempt === 3) throw error;
    putInPlace(fresh, workshop, attempt + 1);
  }
}

/** Builds unless `dist` was made from the sources as they are now; says whether it built. */
export async function buildIfNeeded(beforeBuild: () => void = () => {}): Promise<boolean> {
  if (builtId("dist") === buildId()) return false;
  beforeBuild();
  await buildApp();
  return true;
}

function keepAssets(directory: string): void {
  mkdirSync(olderAssets, { recursive: true });
  for (const name of existsSync(directory) ? readdirSync(directory) : []) {
    const kept = join(olderAssets, name);
    cpSync(join(directory, name), kept);
    utimesSync(kept, new Date(), new Date());
  }
  for (const name of readdirSync(olderAssets)) {
    const file = join(olderAssets, name);
    if (Date.now() - statSync(file).mtimeMs > keptFor) rmSync(file, { force: true });
  }
}
