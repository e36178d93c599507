import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { minify, type Plugin, transformWithOxc } from "vite";
import { diagramPolicy, imagePolicy, previewNetworkPolicy, previewPolicy } from "./csp.ts";

const sourceOf = (name: string): string =>
  fileURLToPath(new URL(`../src/frames/${name}.ts`, import.meta.url));

async function plainScript(name: string): Promise<string> {
  const path = sourceOf(name);
  const { code } = await transformWithOxc(readFileSync(path, "utf8"), path, { sourcemap: false });
  return code.replaceAll(/^export \{\};?$/gm, "").trim();
}

/** A program as a classic script, with the parts that it imports before it: frames without an origin may not load modules. */
async function classicScript(name: string, parts: readonly string[] = []): Promise<string> {
  let plain = await plainScript(name);
  for (const part of parts) {
    const text = (await plainScript(part)).replaceAll(/^export (?=const|function)/gm, "");
    plain = `${text}\n${plain.replace(new RegExp(`^import \\{[^}]*\\} from "\\./${part}\\.ts";$`, "gm"), "")}`;
  }
  if (/^\s*(?:import|export)\b/m.test(plain)) throw new Error(`${sourceOf(name)} must stand alone`);
  return `(() => {\n${plain}\n})();`;
}

interface Page {
  readonly policy: string;
  readonly style: string;
  readonly body: string;
}

/** The policy comes first of all, so that it holds for the rest. */
function pageText({ policy, style, body }: Page): string {
  return [
    "<!doctype html>",
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta charset="utf-8">',
    '<meta name="referrer" content="no-referrer">',
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
    "<title></title>",
    `<style>${style}</style>`,
    "<body>",
    body,
    "",
  ].join("\n");
}

const inline = (script: string): string => {
  if (/<\/script|<!--/i.test(script)) throw new Error("A script in a page cannot hold this text");
  return `<script>${script}</script>`;
};

const hashOf = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** Each before those that it imports. */
const guardParts = ["preview-console", "preview-links", "preview-write", "preview-natives"];

/** In one line, so that a preview's errors name its own lines. */
async function guardScript(): Promise<string> {
  const script = await classicScript("preview-guard", guardParts);
  const { code } = await minify("preview-guard.js", script, { compress: false, mangle: false });
  if (code.includes("\n")) throw new Error("The guard has to stand in one line");
  return code;
}

async function previewPage(policy: string): Promise<string> {
  const guard = JSON.stringify(await guardScript()).replaceAll("<", "\\u003c");
  return pageText({
    policy,
    style:
      "html,body{margin:0;height:100%;overflow:hidden}iframe{display:block;border:0;width:100%;height:100%;background:#fff}",
    body: inline(`const guard = ${guard};\n${await classicScript("preview")}`),
  });
}

const require = createRequire(import.meta.url);

interface Library {
  /** With its version, so that it may be kept for good. */
  readonly path: string;
  readonly text: string;
}

/** Mermaid as it is published for pages without modules. */
function mermaid(): Library {
  const text = readFileSync(require.resolve("mermaid/dist/mermaid.min.js"), "utf8");
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { path: `assets/mermaid-${hash}.js`, text };
}

async function diagramPage(library: Library): Promise<string> {
  const script = await classicScript("diagram", ["outer-address"]);
  return pageText({
    policy: diagramPolicy(hashOf(script)),
    style: "body{margin:0}",
    body: `<script src="../${library.path}"></script>\n${inline(script)}`,
  });
}

async function imagePage(): Promise<string> {
  const script = await classicScript("image");
  return pageText({
    policy: imagePolicy(hashOf(script)),
    style:
      "html,body{margin:0;height:100%;overflow:hidden}img{display:block;width:100%;height:100%;object-fit:contain}",
    body: inline(script),
  });
}

/** The files of the frames in which a model's output runs or loads something, by path. */
async function frameFiles(): Promise<ReadonlyMap<string, string>> {
  const library = mermaid();
  return new Map([
    ["frames/preview.html", await previewPage(previewPolicy)],
    ["frames/preview-network.html", await previewPage(previewNetworkPolicy)],
    ["frames/diagram.html", await diagramPage(library)],
    ["frames/image.html", await imagePage()],
    [library.path, library.text],
  ]);
}

/** Makes the frames' files: in the build, and for the development server. */
export function frames(): Plugin {
  return {
    name: "candor:frames",
    async generateBundle() {
      for (const [fileName, source] of await frameFiles()) this.emitFile({ type: "asset", fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split("?")[0]?.slice(1) ?? "";
        if (!/^(?:frames|assets)\//.test(path)) return next();
        return void frameFiles().then((files) => {
          const text = files.get(path);
          if (text === undefined) return next();
          const type = path.endsWith(".html") ? "text/html" : "text/javascript";
          response.setHeader("Content-Type", `${type}; charset=utf-8`);
          return void response.end(text);
        }, next);
      });
    },
  };
}
