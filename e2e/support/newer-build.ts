import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

/** What the newer build says of itself in the settings. */
export const newerName = "the-newer-build";

/** Builds the app once more, from sources of which one says something else. */
export async function buildNewer(): Promise<{ readonly directory: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "newer-"));
  const directory = join(folder, "dist");
  let isChanged = false;
  await build({
    logLevel: "error",
    build: { outDir: directory, emptyOutDir: true },
    plugins: [
      {
        name: "newer",
        enforce: "pre",
        transform(code, id) {
          if (!id.endsWith("/about-section.tsx")) return undefined;
          const changed = code.replace('import.meta.env["VITE_BUILD"]', JSON.stringify(newerName));
          isChanged = changed !== code;
          return { code: changed, map: null };
        },
      },
    ],
  });
  if (!isChanged) throw new Error("The newer build says what the older one says.");
  return { directory, remove: () => rm(folder, { recursive: true }) };
}
