// oxlint-disable unicorn/consistent-function-scoping -- a page is given the text of the one function, without what is around it
import type { Page } from "@playwright/test";

/** What stands in the page and must not, whoever put it there. */
export function pageFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(findFaults);
}

function findFaults(): string[] {
  const faults: string[] = [];
  const shown = '[data-part="body"], [data-part="reasoning"]';
  const addressed = [
    "src",
    "srcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "ping",
    "manifest",
  ];
  const forbidden =
    "base, object, embed, applet, frame, frameset, portal, fencedframe, meta[http-equiv=refresh]";
  const forbiddenInText =
    "script, style, link, meta, form, noscript, template, audio, video, source, track, area, select, textarea, dialog, " +
    "input:not([type=checkbox]), iframe:not([sandbox])";
  const note = (fault: string, element: Element) =>
    void faults.push(`${fault}: ${element.outerHTML.slice(0, 160)}`);
  const isOurs = (address: string) => {
    const url = new URL(address, location.href);
    return ["data:", "blob:", "about:"].includes(url.protocol) || url.origin === location.origin;
  };

  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) note(`the attribute ${name}`, element);
      if (
        addressed.includes(name) &&
        !value.split(",").every((part) => isOurs(part.trim().split(" ")[0] ?? ""))
      )
        note(`${name} leads elsewhere`, element);
      if (!name.endsWith("href") || element instanceof HTMLAnchorElement) continue;
      if (!value.startsWith("#") && !isOurs(value)) note(`${name} leads elsewhere`, element);
    }
  }
  for (const element of document.querySelectorAll(forbidden)) note("forbidden", element);
  for (const script of document.querySelectorAll("script")) {
    if (script.src === "" || script.textContent !== "") note("a script in the page", script);
  }
  for (const link of document.querySelectorAll("a")) {
    if (/^(?:https?:|mailto:|blob:|#|$)/i.test(link.getAttribute("href") ?? "")) continue;
    note("a link of another kind", link);
  }
  for (const text of document.querySelectorAll(shown)) {
    for (const element of text.querySelectorAll(forbiddenInText)) note("forbidden in a text", element);
    for (const element of text.querySelectorAll("[name], #root, #app"))
      note("a name of the page's own", element);
    for (const link of text.querySelectorAll("a[href]")) {
      const { target, rel } = link as HTMLAnchorElement;
      if (!/^(?:https?|mailto):/.test(link.getAttribute("href") ?? "")) note("a link of another kind", link);
      if (target !== "_blank" || !rel.includes("noopener") || !rel.includes("noreferrer"))
        note("a link that tells where it is from", link);
    }
    for (const element of text.querySelectorAll<HTMLElement>("[style]")) {
      const style = element.getAttribute("style") ?? "";
      if (/position:\s*fixed|url\(\s*["']?(?!data:|blob:|#)/i.test(style))
        note("a style that reaches out", element);
    }
  }
  if (document.querySelectorAll("#root").length !== 1) faults.push("not one root");
  if (Object.keys(Object.prototype).length > 0 || "polluted" in {}) faults.push("a polluted prototype");
  const box = document.querySelector("textarea");
  if (box !== null) {
    const { left, top, width, height } = box.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (there !== null && there !== box) note("something over the text box", there);
  }
  return faults;
}
