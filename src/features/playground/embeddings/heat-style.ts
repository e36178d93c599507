import type { CSSProperties } from "react";
import { heatColour, inkOn, type Rgb } from "#src/core/playground/similarity-colour.ts";

/** Where a value stands on a scale from `from` to 1, as a part of it. */
export function partOf(value: number, from: number): number {
  return (value - from) / (1 - from);
}

/** Background and ink for a part of the scale, in both themes. */
export function heatStyle(part: number): CSSProperties {
  const light = heatColour(part, false);
  const dark = heatColour(part, true);
  return {
    backgroundColor: `light-dark(${css(light)}, ${css(dark)})`,
    color: `light-dark(${inkOn(light)}, ${inkOn(dark)})`,
  };
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** `0.87`: a cosine. A vector without a direction has none. */
export function formatCosine(value: number, locale: string, digits = 2): string {
  if (Number.isNaN(value)) return "–";
  const text = value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return /[1-9]/.test(text) ? text : text.replace(/^[-−]/, "");
}
