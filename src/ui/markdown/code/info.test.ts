import { describe, expect, it } from "vitest";
import { readInfo } from "./info.ts";
import { fileNameOf, grammarNames, grammarOf } from "./languages.ts";

describe("grammarOf", () => {
  it.each(
    Object.entries({
      javascript: "js mjs node JavaScript JS",
      typescript: "ts mts",
      jsx: "jsx",
      tsx: "tsx",
      python: "py python3 Python",
      shellscript: "sh bash zsh shell",
      shellsession: "console",
      powershell: "ps1 pwsh PowerShell",
      cpp: "c++ cpp hpp",
      csharp: "cs c# C#",
      fsharp: "f# fs",
      go: "golang",
      rust: "rs",
      ruby: "rb",
      kotlin: "kt",
      yaml: "yml YAML",
      docker: "docker dockerfile Dockerfile",
      make: "makefile mk",
      html: "htm",
      latex: "tex",
      "objective-c": "objc objective-c",
      asm: "assembly",
      wasm: "wat webassembly",
      ini: "cfg properties",
      diff: "patch",
      sql: "postgresql SQL mysql",
      graphql: "gql",
      protobuf: "proto",
      markdown: "md",
    }).flatMap(([grammar, names]) => names.split(" ").map((name) => [name, grammar])),
  )("knows %s as %s", (name, grammar) => {
    expect(grammarOf(name)).toBe(grammar);
  });

  it.each(["log", "text", "plain", "txt", "plaintext", "none", "output", "", "constructor", "__proto__"])(
    "has no colours for %j",
    (name) => {
      expect(grammarOf(name)).toBeUndefined();
    },
  );

  it("has more than forty languages, each with a name for its files", () => {
    expect(grammarNames.length).toBeGreaterThan(45);
    for (const name of grammarNames) expect(fileNameOf(name)).toMatch(/^(code\.\w+|Dockerfile|Makefile)$/);
  });
});

describe("readInfo", () => {
  it.each([
    ["ts", null, "ts", "typescript", "code.ts"],
    ["TypeScript", null, "TypeScript", "typescript", "code.ts"],
    ["dockerfile", null, "dockerfile", "docker", "Dockerfile"],
    ["ts", 'title="a.ts"', "ts · a.ts", "typescript", "a.ts"],
    ["ts", "{1,3} filename='src/my file.ts'", "ts · my file.ts", "typescript", "my file.ts"],
    ["py", "file=app.py", "py · app.py", "python", "app.py"],
    ["ts:src/a.ts", null, "ts · a.ts", "typescript", "a.ts"],
    ["src/a.rs", null, "src/a.rs · a.rs", "rust", "a.rs"],
    ["vb.net", null, "vb.net", "vb", "code.vb"],
    ["shell-session", null, "shell-session", "shellsession", "code.txt"],
    ["main.go", null, "main.go", "go", "main.go"],
    ["{.python", ".numberLines}", "python", "python", "code.py"],
    ["rust,ignore", null, "rust", "rust", "code.rs"],
    ["js{1,3}", null, "js", "javascript", "code.js"],
    ["language-css", null, "css", "css", "code.css"],
    ["c++", null, "c++", "cpp", "code.cpp"],
    ["blub", null, "blub", undefined, "code.txt"],
    ["csv", null, "csv", undefined, "code.csv"],
    ["SVG", null, "SVG", "html", "code.svg"],
    ["h", null, "h", "c", "code.h"],
    [null, null, undefined, undefined, "code.txt"],
    ["sh", 'title="../../.bashrc"', "sh", "shellscript", "code.sh"],
    ["sh", 'title="con.sh"', "sh", "shellscript", "code.sh"],
    ["sh", 'title="a\u202egpj.sh"', "sh", "shellscript", "code.sh"],
    ["sh", `title="${"a".repeat(200)}.sh"`, "sh", "shellscript", "code.sh"],
    ["sh", 'title="C:\\\\run.sh"', "sh · run.sh", "shellscript", "run.sh"],
  ])("reads %j %j", (language, meta, label, grammar, fileName) => {
    expect(readInfo(language, meta)).toEqual({ label, grammar, fileName });
  });
});
