import type { Mermaid } from "mermaid";
import type { DiagramMessage, DrawDiagram } from "./message.ts";
import { attributeLeadsOut, closedStyles, elementLeadsOut } from "./outer-address.ts";

/** Put there by the script before this one, where that could be loaded. */
declare const mermaid: Mermaid | undefined;

function post(message: DiagramMessage): void {
  parent.postMessage(message, "*");
}

/** Takes out what would run, lead or load once the picture is a file that is opened by itself. */
function close(svg: SVGSVGElement): void {
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    if (elementLeadsOut(element.localName)) element.remove();
    else if (element.localName === "a") element.replaceWith(...element.childNodes);
    else if (element.localName === "style") element.textContent = closedStyles(element.textContent);
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? "";
      if (name === "style") element.setAttribute(name, closedStyles(value));
      else if (attributeLeadsOut(name, value)) element.removeAttribute(name);
    }
  }
}

/** As a picture of its own: XML, with a size, and nothing that could lead or load. */
function picture(text: string): { svg: string; width: number; height: number } {
  // A parser that runs and loads nothing of it.
  const svg = new DOMParser().parseFromString(text, "text/html").querySelector("svg");
  if (!svg) throw new Error("Nothing was drawn");
  close(svg);
  const { width, height } = svg.viewBox.baseVal;
  svg.setAttribute("width", String(Math.ceil(width)));
  svg.setAttribute("height", String(Math.ceil(height)));
  svg.style.removeProperty("max-width");
  return {
    svg: new XMLSerializer().serializeToString(svg),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
}

// Diagrams may name images, which would be asked for while one is drawn: the policy refuses them, and so they are not begun.
class NoImage {
  readonly naturalWidth = 60;
  readonly naturalHeight = 60;
  src = "";
  decode(): Promise<void> {
    return Promise.resolve();
  }
}
Object.assign(globalThis, { Image: NoImage });
for (const name of ["setAttribute", "setAttributeNS"] as const) {
  const native: (...values: string[]) => void = Element.prototype[name];
  Object.assign(SVGImageElement.prototype, {
    [name](this: Element, ...values: string[]) {
      if (!values.at(-2)?.endsWith("href")) native.apply(this, values);
    },
  });
}

async function draw(drawer: Mermaid, { id, source, isDark }: DrawDiagram): Promise<void> {
  try {
    drawer.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      htmlLabels: false,
      flowchart: { htmlLabels: false },
      theme: isDark ? "dark" : "neutral",
      darkMode: isDark,
      fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
      suppressErrorRendering: true,
      // What a diagram's own directives may not change.
      secure: [
        "secure",
        "securityLevel",
        "startOnLoad",
        "maxTextSize",
        "suppressErrorRendering",
        "maxEdges",
        "htmlLabels",
        "themeCSS",
        "fontFamily",
        "dompurifyConfig",
      ],
    });
    const { svg, diagramType } = await drawer.render(`diagram-${id}`, source);
    post({ type: "drawn", id, kind: diagramType, ...picture(svg) });
  } catch (error) {
    post({ type: "fault", id, reason: error instanceof Error ? error.message : String(error) });
  }
  document.body.replaceChildren();
}

if (typeof mermaid !== "undefined") {
  const drawer = mermaid;
  addEventListener("message", (event: MessageEvent<DrawDiagram>) => {
    if (event.source === parent) void draw(drawer, event.data);
  });
  post({ type: "ready" });
}
