import type { Plugin } from "vite";

/** Every browser of the target reads the first format of KaTeX's fonts, so the two older ones are not shipped. */
export function katexFonts(): Plugin {
  return {
    name: "candor:katex-fonts",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("katex.min.css")) return undefined;
      return { code: code.replaceAll(/,url\([^)]+\.(?:woff|ttf)\)\s*format\("[^"]+"\)/g, ""), map: null };
    },
  };
}
