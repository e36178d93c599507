import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { colourNames } from "./colour-classes.ts";

const css = readFileSync("src/ui/markdown/code/code.css", "utf8");
const tokens = readFileSync("src/ui/tokens.css", "utf8");

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Björn Ottosson's OKLab to linear sRGB, then the relative luminance of WCAG 2. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const colour = (text = ""): Oklch => {
  const [lightness = 0, chroma = 0, hue = 0] = text.split(" ").map(Number);
  return [lightness, chroma, hue];
};

/** Both themes' values of a property, in the order in which it is declared. */
const declared = (sheet: string, name: string) =>
  [
    ...sheet.matchAll(new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`, "g")),
  ].map(([, light, dark]) => ({ light: colour(light), dark: colour(dark) }));

const [surface] = declared(tokens, "color-surface");

describe("the colours of code", () => {
  it.each(colourNames.filter((name) => name !== "plain"))("are told from the surface: %s", (name) => {
    const [usual, strong, ...more] = declared(css, `code-${name}`);
    if (!surface || !usual || !strong) throw new Error("not declared");
    expect(more).toEqual([]);
    expect(css).toContain(`.markdown .code-${name} {\n  color: var(--code-${name});`);
    for (const theme of ["light", "dark"] as const) {
      expect(contrast(usual[theme], surface[theme])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(strong[theme], surface[theme])).toBeGreaterThanOrEqual(7);
      expect(Math.abs(usual.light[2] - usual.dark[2])).toBeLessThanOrEqual(10);
    }
  });

  it("are measured as browsers measure them", () => {
    expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 1);
    // #777777 on white, as in the notes on WCAG's criterion 1.4.3.
    expect(contrast([0.5693, 0, 0], [1, 0, 0])).toBeCloseTo(4.48, 1);
  });
});
