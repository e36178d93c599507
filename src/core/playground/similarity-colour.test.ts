import { describe, expect, it, test } from "vitest";
import { heatColour, inkOn, luminance, type Rgb } from "./similarity-colour.ts";

const parts = Array.from({ length: 101 }, (_, index) => index / 100);

test("luminance and contrast are those of WCAG", () => {
  expect(luminance([255, 255, 255])).toBeCloseTo(1, 6);
  expect(luminance([0, 0, 0])).toBe(0);
  // #777777 on white is 4.48 : 1, a known near miss.
  expect(1.05 / (luminance([119, 119, 119]) + 0.05)).toBeCloseTo(4.48, 2);
});

describe.each([false, true])("dark: %s", (isDark) => {
  it("numbers can be read on each colour", () => {
    const contrast = (colour: Rgb) => {
      const light = luminance(colour) + 0.05;
      return inkOn(colour) === "#000" ? light / 0.05 : 1.05 / light;
    };
    expect(Math.min(...parts.map((part) => contrast(heatColour(part, isDark))))).toBeGreaterThanOrEqual(4.5);
  });

  it("the order is one of lightness alone", () => {
    const lights = parts.map((part) => luminance(heatColour(part, isDark)));
    const steps = lights.slice(1).map((light, index) => light - (lights[index] ?? 0));
    expect(steps.every((step) => (isDark ? step > -1e-9 : step < 1e-9))).toBe(true);
    expect(Math.abs((lights.at(-1) ?? 0) - (lights[0] ?? 0))).toBeGreaterThan(0.5);
  });
});

test("what is out of range takes the nearest end", () => {
  expect(heatColour(-1, false)).toEqual(heatColour(0, false));
  expect(heatColour(2, true)).toEqual(heatColour(1, true));
});
