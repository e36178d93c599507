export interface PlantedFile {
  readonly path: string;
  readonly code: string;
}

export interface PlantedCase extends PlantedFile {
  /** What is wrong, in the words of the house rules. */
  readonly wrong: string;
  /** The rule that must name it. */
  readonly rule: string;
}

const imports = "no-restricted-imports";
const globals = "no-restricted-globals";
const properties = "no-restricted-properties";

const importOf = (source: string) => `import * as planted from "${source}";\nexport const kept = planted;\n`;
const call = (code: string) => `export const kept = () => ${code};\n`;
const layered = (wrong: string, path: string, source: string): PlantedCase => ({
  wrong,
  path,
  code: importOf(source),
  rule: imports,
});

export const plantedCases: readonly PlantedCase[] = [
  layered("core imports React", "src/core/planted-react.ts", "react"),
  layered("core imports storage", "src/core/planted-storage.ts", "#src/storage/planted-clean.ts"),
  layered("core imports ollama", "src/core/models/planted-ollama.ts", "#src/ollama/planted-clean.ts"),
  layered("core imports ui", "src/core/planted-ui.ts", "#src/ui/planted-clean.ts"),
  layered("ollama imports storage", "src/ollama/planted-storage.ts", "#src/storage/planted-clean.ts"),
  layered("ollama imports state", "src/ollama/planted-state.ts", "#src/state/planted-clean.ts"),
  layered("storage imports ollama", "src/storage/planted-ollama.ts", "#src/ollama/planted-clean.ts"),
  layered("storage imports React", "src/storage/planted-react.ts", "react"),
  layered("the service worker imports state", "src/worker/planted-state.ts", "#src/state/planted-clean.ts"),
  layered("hash imports state", "src/hash/planted-state.ts", "#src/state/planted-clean.ts"),
  layered("state imports React", "src/state/planted-react.ts", "react"),
  layered("state imports ui", "src/state/planted-ui.ts", "#src/ui/planted-clean.ts"),
  layered("state imports a feature", "src/state/planted-feature.ts", "#src/features/chat/planted-clean.ts"),
  layered("ui imports state", "src/ui/planted-state.ts", "#src/state/planted-clean.ts"),
  layered("ui imports a store library", "src/ui/planted-zustand.ts", "zustand"),
  layered(
    "a feature imports another",
    "src/features/chat/planted-feature.ts",
    "#src/features/models/planted-clean.ts",
  ),
  layered("a feature imports ollama", "src/features/chat/planted-ollama.ts", "#src/ollama/planted-clean.ts"),
  layered(
    "a feature imports storage",
    "src/features/chat/planted-storage.ts",
    "#src/storage/planted-clean.ts",
  ),
  layered("a feature imports app", "src/features/chat/planted-app.ts", "#src/app/planted-clean.ts"),
  {
    wrong: "core reads the clock",
    path: "src/core/planted-clock.ts",
    code: call("Date.now()"),
    rule: properties,
  },
  {
    wrong: "core is random",
    path: "src/core/planted-random.ts",
    code: call("Math.random()"),
    rule: properties,
  },
  ...["src/core", "src/storage", "src/state", "src/features/chat", "src/ui", "src/app"].map((folder) => ({
    wrong: `fetch in ${folder}`,
    path: `${folder}/planted-fetch.ts`,
    code: call('fetch("/")'),
    rule: globals,
  })),
  ...["src/core", "src/ollama", "src/state", "src/features/chat", "src/ui", "src/app"].map((folder) => ({
    wrong: `localStorage in ${folder}`,
    path: `${folder}/planted-local-storage.ts`,
    code: call('localStorage.getItem("a")'),
    rule: globals,
  })),
  {
    wrong: "fetch by way of globalThis",
    path: "src/state/planted-global-fetch.ts",
    code: call('globalThis.fetch("/")'),
    rule: globals,
  },
  {
    wrong: "localStorage by way of window",
    path: "src/app/planted-window-storage.ts",
    code: call('window.localStorage.getItem("a")'),
    rule: globals,
  },
  {
    wrong: "IndexedDB outside storage",
    path: "src/state/planted-indexed-db.ts",
    code: call('indexedDB.open("a")'),
    rule: globals,
  },
  {
    wrong: "any",
    path: "src/core/planted-any.ts",
    code: "export const kept = (value: any) => String(value);\n",
    rule: "no-explicit-any",
  },
  {
    wrong: "non-null assertion",
    path: "src/core/planted-non-null.ts",
    code: "export const kept = (value: string[]) => value[0]!.length;\n",
    rule: "no-non-null-assertion",
  },
  {
    wrong: "default export",
    path: "src/core/planted-default.ts",
    code: "export default 1;\n",
    rule: "no-default-export",
  },
  {
    wrong: "../ in an import",
    path: "src/core/models/planted-parent.ts",
    code: 'export { clean } from "../planted-clean.ts";\n',
    rule: "no-relative-parent-imports",
  },
  {
    wrong: "cycle",
    path: "src/core/planted-cycle.ts",
    code: 'import { other } from "./planted-cycle-other.ts";\nexport const one = () => other;\n',
    rule: "no-cycle",
  },
  {
    wrong: "cycle, the other half",
    path: "src/core/planted-cycle-other.ts",
    code: 'import { one } from "#src/core/planted-cycle.ts";\nexport const other = () => one;\n',
    rule: "no-cycle",
  },
  {
    wrong: "a file that is too long",
    path: "src/core/planted-long.ts",
    code: Array.from({ length: 251 }, (_, line) => `export const kept${line} = ${line};\n`).join(""),
    rule: "max-lines",
  },
  {
    wrong: "console",
    path: "src/state/planted-console.ts",
    code: 'console.log("planted");\n',
    rule: "no-console",
  },
  {
    wrong: "a file name that is not kebab-case",
    path: "src/core/plantedName.ts",
    code: "export const kept = 1;\n",
    rule: "filename-case",
  },
];

/** Clean files beside the planted ones: the rules must leave them alone. */
export const cleanFiles: readonly PlantedFile[] = [
  { path: "src/core/planted-clean.ts", code: "export const clean = (now: number) => now;\n" },
  {
    path: "src/ollama/planted-clean.ts",
    code: `${importOf("#src/core/planted-clean.ts")}export const ask = () => fetch("/");\n`,
  },
  { path: "src/storage/planted-clean.ts", code: importOf("#src/core/planted-clean.ts") },
  {
    path: "src/storage/planted-local-storage.ts",
    code: call('window.localStorage.getItem("a") ?? localStorage.getItem("b")'),
  },
  { path: "src/state/planted-clean.ts", code: importOf("#src/ollama/planted-clean.ts") },
  { path: "src/ui/planted-clean.ts", code: importOf("#src/core/planted-clean.ts") },
  { path: "src/features/chat/planted-clean.ts", code: importOf("#src/state/planted-clean.ts") },
  { path: "src/features/models/planted-clean.ts", code: importOf("#src/ui/planted-clean.ts") },
  { path: "src/app/planted-clean.ts", code: importOf("#src/features/chat/planted-clean.ts") },
];
