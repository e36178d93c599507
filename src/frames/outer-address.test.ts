import { describe, expect, it } from "vitest";
import { attributeLeadsOut, closedStyles, elementLeadsOut, stylesLoad } from "./outer-address.ts";

describe("attributeLeadsOut", () => {
  it.each([
    ["onload", "x()"],
    ["onClick", ""],
    ["href", "https://a.example/"],
    ["xlink:href", "other.svg#part"],
    ["href", "javascript:x()"],
    ["href", "data:image/svg+xml,x"],
    ["xml:base", "https://a.example/"],
    ["src", "https://a.example/"],
    ["srcset", "a.png 1x"],
    ["fill", "url(https://a.example/#x)"],
    ["filter", "URL( 'a.svg#x' )"],
    ["style", "background: u\\72l(//a.example)"],
    ["style", "background: \\75 rl(//a.example)"],
    ["style", "background: image-set('a.png' 1x)"],
    ["cursor", "url(#a), url(b.cur), auto"],
  ])("%s=%j", (name, value) => {
    expect(attributeLeadsOut(name, value)).toBe(true);
  });

  it.each([
    ["href", "#part"],
    ["xlink:href", "#part"],
    ["marker-end", "url(#arrow)"],
    ["filter", 'url("#shadow")'],
    ["filter", "url( '#shadow' )"],
    ["d", "M0,0L1,1"],
    ["style", "fill: none; stroke: #333"],
    ["aria-label", "how url(a) is read"],
    ["xmlns:xlink", "http://www.w3.org/1999/xlink"],
    ["class", "on"],
  ])("not %s=%j", (name, value) => {
    expect(attributeLeadsOut(name, value)).toBe(false);
  });
});

describe("closedStyles", () => {
  it("leaves what stays in the file", () => {
    const css = "#a .b{fill:#333;filter:url(#c);marker:url('#d')}@keyframes e{from{x:0}}";
    expect(closedStyles(css)).toBe(css);
  });

  it("takes out what would be loaded, and leaves the rest", () => {
    expect(closedStyles("@import 'a.css';.b{fill:red}")).toBe(".b{fill:red}");
    expect(closedStyles("@IMPORT url(https://a.example/);.b{fill:red}")).toBe(".b{fill:red}");
    expect(closedStyles('.a{background:url("b)c.png") no-repeat;fill:red}')).toBe(
      ".a{background:none no-repeat;fill:red}",
    );
    expect(closedStyles("@font-face{src:url( b.woff2 )}.c{fill:url(#d)}")).toBe(
      "@font-face{src:none}.c{fill:url(#d)}",
    );
  });

  it.each([".a{background:u\\72l(b)}", "@\\69mport 'a';", ".a{background:image-set('b' 1x)}", ".a{b:url('c"])(
    "gives nothing where it cannot tell: %j",
    (css) => {
      expect(stylesLoad(css)).toBe(true);
      expect(closedStyles(css)).toBe("");
    },
  );
});

describe("elementLeadsOut", () => {
  it.each(["script", "feImage", "image", "IMG", "iframe", "animate", "set"])("%s", (name) => {
    expect(elementLeadsOut(name)).toBe(true);
  });
  it.each(["svg", "g", "use", "style", "foreignObject", "a", "marker", "text", "div"])("not %s", (name) => {
    expect(elementLeadsOut(name)).toBe(false);
  });
});
