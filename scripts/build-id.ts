import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const sources = [
  "src",
  "public",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
  "tsconfig.json",
  "scripts/csp.ts",
  "scripts/frames.ts",
  "scripts/service-worker.ts",
  "scripts/build-id.ts",
  "scripts/styles-without-tags.ts",
];

/** A hash of everything that the build is made from: the same sources have the same id, on any machine. */
export function buildId(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesIn))
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 12);
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)));
}

/** The id that a built page carries, or undefined where there is no build. */
export function builtId(directory: string): string | undefined {
  const page = join(directory, "index.html");
  if (!existsSync(page)) return undefined;
  return /<meta name="build" content="([^"]*)"/.exec(readFileSync(page, "utf8"))?.[1];
}

/** Names the build in the page and, as `import.meta.env.VITE_BUILD`, in the app. */
export function buildName(): Plugin {
  // Read once, before the sources are: what is edited during the build must make the build look old.
  let id = "dev";
  return {
    name: "build-name",
    config: (_, { command }) => {
      if (command === "build") id = buildId();
      return { define: { "import.meta.env.VITE_BUILD": JSON.stringify(id) } };
    },
    transformIndexHtml: () => [{ tag: "meta", attrs: { name: "build", content: id }, injectTo: "head" }],
  };
}
