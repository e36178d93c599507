import { describe, expect, it } from "vitest";
import { artefactsIn, previewKind } from "./previews.ts";

describe("previewKind", () => {
  it.each([
    ["html", "<p>", "html"],
    ["HTML", "<p>", "html"],
    ["xhtml", "<p>", "html"],
    ["svg", "<svg/>", "svg"],
    ["xml", '<?xml version="1.0"?>\n<svg></svg>', "svg"],
    ["html", "<svg><g/></svg>\n", "svg"],
    ["javascript", "1", "js"],
    ["xml", "<a/>", undefined],
    ["constructor", "1", undefined],
    ["python", "1", undefined],
    [null, "<p>", undefined],
  ])("%s %j is %s", (language, source, kind) => {
    expect(previewKind(language, source)).toBe(kind);
  });
});

describe("artefactsIn", () => {
  const text = "a\n\n```html\n<b>\n```\n\n- item\n  ~~~js\n  let a\n  ~~~\n\n```py\n1\n```\n\n```svg\n<svg>";

  it("finds blocks in order, nested ones among them", () => {
    expect(artefactsIn(text, false)).toEqual([
      { kind: "html", source: "<b>" },
      { kind: "js", source: "let a" },
      { kind: "svg", source: "<svg>" },
    ]);
  });

  it("leaves out what is still being written", () => {
    expect(artefactsIn(text, true).map(({ kind }) => kind)).toEqual(["html", "js"]);
    expect(artefactsIn(`${text}</svg>\n\`\`\``, true)).toHaveLength(3);
    expect(artefactsIn("no code", true)).toEqual([]);
  });
});
