import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const source = fileURLToPath(new URL("../src/worker/service-worker.ts", import.meta.url));
const sources = fileURLToPath(new URL("../src", import.meta.url));
const output = "service-worker.js";
/** Stands in the worker's text until that is known. */
const nameToCome = "name-of-the-build";

type ListedFile = readonly [path: string, hash: string, isShell: 0 | 1];

/** Writes the service worker into the build, with the list of the build's files and their hashes. */
export function serviceWorker(): Plugin {
  let shell: ReadonlySet<string> = new Set();
  let directory = "";
  return {
    name: "candor:service-worker",
    apply: "build",
    enforce: "post",
    configResolved: (config) => void (directory = join(config.root, config.build.outDir)),
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        // What the page and its parts consist of. Grammars of code, fonts of formulae and the drawing of diagrams are what is left.
        const files = Object.values(bundle);
        shell = new Set(
          files
            .filter(
              ({ type, fileName }) => type === "chunk" || /(?:\.css|-worker-[\w-]{8}\.js)$/.test(fileName),
            )
            .map(({ fileName }) => fileName),
        );
      },
    },
    writeBundle: {
      order: "post",
      sequential: true,
      async handler(options) {
        const folder = options.dir ?? directory;
        const files = listedFiles(folder, shell);
        const code = await workerCode(files);
        writeFileSync(join(folder, output), code.replaceAll(nameToCome, hashOf(code).slice(0, 12)));
      },
    },
  };
}

/** Frames are not listed: what has no origin asks no worker. */
function listedFiles(folder: string, shell: ReadonlySet<string>): readonly ListedFile[] {
  const root = filesIn(folder).filter((name) => name !== output);
  const assets = filesIn(join(folder, "assets")).map((name) => `assets/${name}`);
  return [...root, ...assets].map((path) => {
    const hash = hashOf(readFileSync(join(folder, path))).slice(0, 16);
    return [path, hash, shell.has(path) || !path.startsWith("assets/") ? 1 : 0];
  });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && entry.name !== "config.json")
    .map(({ name }) => name)
    .toSorted();
}

/** One classic script, as every browser with service workers runs it. */
async function workerCode(files: readonly ListedFile[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { candorBuild: JSON.stringify({ name: nameToCome, files }) },
    resolve: { alias: { "#src": sources } },
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { input: source, output: { format: "iife", entryFileNames: output } },
    },
  });
  const [chunk] = Array.isArray(built) || !("output" in built) ? [] : built.output;
  if (!chunk) throw new Error("The service worker was not built");
  return chunk.code;
}

function hashOf(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}
