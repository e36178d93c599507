import { type Picture, themes } from "./take-pictures.ts";

/** A page that shows all pictures side by side. */
export function contactSheet(pictures: readonly Picture[]): string {
  const states = [...new Set(pictures.map(({ state }) => state))];
  const sections = states.map((state) => {
    const figures = themes.map((theme) => {
      const picture = pictures.find((candidate) => candidate.state === state && candidate.theme === theme);
      return picture === undefined ? "" : figureOf(picture);
    });
    return `<section><h2 id="${state}">${state}</h2><div>${figures.join("")}</div></section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>Candor: every state</title>
<style>
  body { margin: 2rem; font: 14px/20px system-ui; background: #eee; }
  div { display: flex; gap: 1rem; align-items: flex-start; }
  figure { margin: 0; }
  img { height: 400px; border: 1px solid #bbb; }
  figcaption { color: #a00; max-width: 40rem; }
</style>
${sections.join("\n")}
</html>
`;
}

function figureOf({ file, trouble }: Picture): string {
  const caption = trouble === "" ? "" : `<figcaption>${escaped(trouble)}</figcaption>`;
  return `<figure><a href="${file}"><img src="${file}" alt="${file}" loading="lazy" /></a>${caption}</figure>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
