import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { emptyMarkdown, growMarkdown, type MarkdownDocument } from "./blocks.ts";
import { parseMarkdown } from "./parse.ts";
import { specHtml } from "./specification-html.ts";

interface Example {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

function commonMark(): readonly Example[] {
  const require = createRequire(import.meta.url);
  const { tests } = require("commonmark-spec") as {
    readonly tests: readonly Example[];
  };
  const withTabs = (text: string) => text.replaceAll("→", "\t");
  return tests.map((example) => ({
    ...example,
    markdown: withTabs(example.markdown),
    html: withTabs(example.html),
  }));
}

function gfm(): readonly Example[] {
  const file = new URL("../../../e2e/fixtures/specification/gfm-extensions.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly examples: readonly Example[] }).examples;
}

// What is different, and why: GFM's bare addresses become links where CommonMark leaves text.
const commonMarkExceptions: Readonly<Record<number, string>> = {
  602: '<p>&lt;<a href="https://foo.bar/baz">https://foo.bar/baz</a> bim&gt;</p>\n',
  608: '<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>\n',
  611: '<p><a href="https://example.com">https://example.com</a></p>\n',
  612: '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>\n',
};

// A single tilde stays a tilde: models write "~5 minutes".
const gfmExceptions: Readonly<Record<number, string>> = {
  491: "<p><del>Hi</del> Hello, ~there~ world!</p>\n",
};

describe("CommonMark 0.31.2", () => {
  it("has all its examples here", () => {
    expect(commonMark()).toHaveLength(652);
  });

  it.each(commonMark())("$number, $section", ({ number, markdown, html }) => {
    expect(specHtml(markdown)).toBe(commonMarkExceptions[number] ?? html);
  });
});

describe("GFM 0.29, extensions", () => {
  it.each(gfm())("$number, $section", ({ number, markdown, html }) => {
    expect(specHtml(markdown)).toBe(gfmExceptions[number] ?? html);
  });
});

const nodesOf = (document: MarkdownDocument) => document.blocks.flatMap((block) => block.nodes);
const wholeOf = (text: string) => parseMarkdown(text).placed.map((placed) => placed.node);

describe("streamed = whole", () => {
  it.each([...commonMark(), ...gfm()])("$number, $section", ({ markdown }) => {
    const whole = wholeOf(markdown);
    let document = emptyMarkdown;
    for (let cut = 1; cut <= markdown.length; cut += 1) {
      document = growMarkdown(document, markdown.slice(0, cut));
      expect(nodesOf(document)).toEqual(wholeOf(document.text));
      expect(nodesOf(growMarkdown(document, markdown))).toEqual(whole);
    }
  });
});
