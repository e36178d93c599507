import { createHighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { describe, expect, it } from "vitest";
import { colourNames, colourOf, lengthOf, type LineColours } from "./colour-classes.ts";
import { grammars } from "./grammars.ts";
import { type GrammarName, grammarNames } from "./languages.ts";
import { scopes } from "./scopes.ts";
import { loadTokenizer } from "./tokenizer.ts";

/** For each language some code, and a word of it with the colour that a reader expects. */
const samples: Record<GrammarName, readonly [code: string, word: string, colour: string]> = {
  asm: ["mov eax, 1 ; one", "; one", "comment"],
  astro: ['---\nconst a = "b";\n---\n<p>c</p>', "const", "keyword"],
  bat: ["@echo off\nrem note", "rem note", "comment"],
  c: ["#include <stdio.h>\nint main(void) { return 0; }", "return", "keyword"],
  clojure: ['(defn f [x] (str x "a"))', '"a"', "string"],
  cmake: ["# note\nproject(a)\nif(A)\nendif()", "# note", "comment"],
  "common-lisp": ['(defun f (x) "a")', '"a"', "string"],
  cpp: ["class A { public: int f() const { return 1; } };", "class", "keyword"],
  csharp: ["public class A { int F() => 1; }", "public class", "keyword"],
  css: ["a:hover { color: red; }", "red", "constant"],
  dart: ["void main() { print('a'); }", "'a'", "string"],
  diff: ["@@ -1 +1 @@\n-old\n+new", "+new", "inserted"],
  docker: ["FROM node:20\nRUN npm ci", "FROM", "keyword"],
  dotenv: ["# note\nA=b", "# note", "comment"],
  elixir: ['def f(x), do: "a"', '"a"', "string"],
  elm: ["module A exposing (..)\nf x = x", "module", "keyword"],
  erlang: ["-module(a).\nf(X) -> case X of a -> b end.", "case", "keyword"],
  fish: ["function f\n  echo a # note\nend", "# note", "comment"],
  "fortran-free-form": ["program a\n  integer :: b ! note\nend program a", "! note", "comment"],
  fsharp: ["let f x = x + 1 // note", "let", "keyword"],
  gdscript: ["func f():\n\treturn 1 # note", "return", "keyword"],
  glsl: ["void main() { float a = 1.0; }", "1.0", "constant"],
  go: ['package main\nfunc f() string { return "a" }', "func", "keyword"],
  graphql: ["type A { b: String! }", "type", "keyword"],
  groovy: ["def a = 'b' // note", "// note", "comment"],
  handlebars: ["{{#if a}}<p>b</p>{{/if}}", "p", "tag"],
  haskell: ["f :: Int -> Int\nf x = case x of 1 -> 2", "case", "keyword"],
  hcl: ['a = "b" # note', "# note", "comment"],
  html: ['<p class="a">b</p>', "p", "tag"],
  http: ["GET /a HTTP/1.1\nHost: b", "GET", "keyword"],
  ini: ["[a]\nb = c\n; note", "; note", "comment"],
  java: ["public class A { void f() { return; } }", "public class", "keyword"],
  javascript: ['const a = () => "b";', "const", "keyword"],
  jinja: ["{% if a %}b{% endif %}{# note #}", "if", "keyword"],
  json: ['{ "a": "b", "c": 1 }', '"a"', "attribute"],
  json5: ["{ a: 'b', c: 1 } // note", "// note", "comment"],
  jsonc: ['{ "a": 1 } // note', "// note", "comment"],
  jsx: ["const a = <p>b</p>;", "p", "tag"],
  julia: ['function f(x)\n  "a"\nend', '"a"', "string"],
  kotlin: ["fun f(): Int { return 1 }", "return", "keyword"],
  latex: ["\\section{a} % note", "% note", "comment"],
  less: ["@a: red; // note", "// note", "comment"],
  lua: ["local a = 'b' -- note", "local", "keyword"],
  make: ["a: b\n\techo c # note\n# note", "# note", "comment"],
  markdown: ["# a\n`b` **c**", "b", "string"],
  matlab: ["function f(x)\n  y = 'a'; % note\nend", "% note", "comment"],
  mermaid: ["graph TD\n  A --> B %% note", "graph", "keyword"],
  nginx: ["server {\n  listen 80; # note\n}", "# note", "comment"],
  nim: ['proc f(x: int) = echo "a"', '"a"', "string"],
  nix: ['{ a = "b"; } # note', "# note", "comment"],
  "objective-c": ["@interface A : NSObject\n@end // note", "// note", "comment"],
  "objective-cpp": ["@interface A : NSObject\n@end // note", "// note", "comment"],
  ocaml: ['let f x = "a" (* note *)', "(* note *)", "comment"],
  pascal: ["begin\n  a := 'b'; // note\nend.", "'b'", "string"],
  perl: ["my $a = 'b'; # note", "# note", "comment"],
  php: ["<?php\nfunction f($a) { return 'b'; }", "return", "keyword"],
  powershell: ["function F { Write-Host 'a' } # note", "# note", "comment"],
  prisma: ["model A {\n  id Int @id // note\n}", "// note", "comment"],
  prolog: ["f(X) :- g(X). % note", "% note", "comment"],
  protobuf: ['syntax = "proto3";\nmessage A { int32 b = 1; }', "message", "keyword"],
  python: ["def f(a):\n    return 'b'  # note", "def", "keyword"],
  r: ['f <- function(x) "a" # note', "# note", "comment"],
  ruby: ["def f(a)\n  'b' # note\nend", "def", "keyword"],
  rust: ['fn f(a: u8) -> u8 { println!("b"); a }', "fn", "keyword"],
  sass: ["$a: red\np\n  color: $a // note", "// note", "comment"],
  scala: ['def f(a: Int): String = "b"', "def", "keyword"],
  scheme: ['(define (f x) "a") ; note', "; note", "comment"],
  scss: ["$a: red; // note", "// note", "comment"],
  shellscript: ['if [ -n "$a" ]; then echo "b"; fi # note', "if", "keyword"],
  shellsession: ['$ echo "a"\na', '"a"', "string"],
  solidity: ["contract A { function f() public {} } // note", "// note", "comment"],
  sql: ["SELECT a FROM b WHERE c = 'd'; -- note", "SELECT", "keyword"],
  svelte: ["<script>let a = 1;</script>\n<p>{a}</p>", "let", "keyword"],
  swift: ['func f(a: Int) -> String { return "b" }', "return", "keyword"],
  systemd: ["[Unit]\nDescription=a\n# note", "# note", "comment"],
  terraform: ['resource "a" "b" {\n  c = 1 # note\n}', "# note", "comment"],
  toml: ['[a]\nb = "c" # note', "# note", "comment"],
  tsx: ["const a: string = <p>b</p>;", "p", "tag"],
  typescript: ["interface A { b: string }", "interface", "keyword"],
  vb: ["Dim a As Integer ' note", "Dim", "keyword"],
  verilog: ["module a; // note\nendmodule", "module", "keyword"],
  viml: ["let a = 'b' \" note", "let", "keyword"],
  vue: ['<template><p :a="b">c</p></template>\n<script>\nconst d = 1;\n</script>', "const", "keyword"],
  wasm: ["(module (func (param i32))) ;; note", ";; note", "comment"],
  wgsl: ["fn f(a: f32) -> f32 { return a; } // note", "// note", "comment"],
  xml: ['<a b="c">d</a>', "a", "tag"],
  yaml: ["a: b # note\nc: [1, true]", "# note", "comment"],
  zig: ["const a = 1; // note", "const", "keyword"],
};

interface Piece {
  readonly text: string;
  readonly colour: string | undefined;
}

function piecesOf(line: string, runs: LineColours): Piece[] {
  let at = 0;
  return runs.map((run) => {
    const text = line.slice(at, (at += lengthOf(run)));
    return { text: text.trim(), colour: colourNames[colourOf(run)] };
  });
}

/** The colour of each character that is no white space. */
const byCharacter = (pieces: readonly Piece[]) =>
  pieces.flatMap(({ text, colour }) => [...text.replaceAll(/\s/g, "")].map(() => colour));

async function colourAll(name: GrammarName, code: string): Promise<Piece[][]> {
  const tokenizer = await loadTokenizer(name);
  let state = tokenizer.start;
  return code.split("\n").map((line) => {
    const result = tokenizer.colour(line, state);
    ({ state } = result);
    expect(result.colours.reduce((sum, run) => sum + lengthOf(run), 0)).toBe(line.length);
    return piecesOf(line, result.colours);
  });
}

describe("loadTokenizer", () => {
  it.each(grammarNames)("colours %s", async (name) => {
    const [code, word, colour] = samples[name];
    const pieces = (await colourAll(name, code)).flat();
    expect(pieces).toContainEqual({ text: word, colour });
    expect(new Set(pieces.map((piece) => piece.colour)).size).toBeGreaterThan(1);
  });

  it.each(["typescript", "python", "html", "rust", "shellscript", "markdown"] as const)(
    "agrees with the highlighter that the grammars come with: %s",
    async (name) => {
      const hex = (colour: number) => `#${String(colour).padStart(6, "0")}`;
      const shiki = await createHighlighterCore({
        engine: createJavaScriptRegexEngine({ forgiving: true }),
        langs: [[...(await grammars[name]()).default]],
        themes: [
          {
            name: "places",
            fg: hex(0),
            bg: hex(0),
            settings: colourNames.map((colour, place) => ({
              scope: [...scopes[colour]],
              settings: { foreground: hex(place) },
            })),
          },
        ],
      });
      const [code] = samples[name];
      const lines = shiki.codeToTokensBase(code, { lang: name, theme: "places", tokenizeTimeLimit: 0 });
      const expected = lines.map((tokens) =>
        tokens.map(({ content, color }) => ({
          text: content,
          colour: colourNames[Number(color?.slice(1))],
        })),
      );
      expect((await colourAll(name, code)).map(byCharacter)).toEqual(expected.map(byCharacter));
    },
  );
});
