/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * One hue from the page's own lightness to its opposite, so that the order of the colours is their lightness and can be read
 * without seeing hues. `part` from 0 (least alike) to 1.
 */
export function heatColour(part: number, isDark: boolean): Rgb {
  const at = Math.min(1, Math.max(0, part));
  const [low, high] = isDark ? [0.27, 0.9] : [0.96, 0.34];
  return rgbOf(low + (high - low) * at, 0.02 + 0.06 * at, 200);
}

/** Whichever of black and white is easier to read on a colour. */
export function inkOn(colour: Rgb): "#000" | "#fff" {
  return luminance(colour) > 0.179 ? "#000" : "#fff";
}

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
export function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) =>
    value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** OKLCH to sRGB, by the matrices of its author (bottosson.github.io/posts/oklab). */
function rgbOf(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function byte(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, value)));
}
