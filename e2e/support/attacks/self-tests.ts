interface SelfTest {
  /** Done in the page; it is given the address of the server that must hear nothing. */
  readonly run: (evil: string) => unknown;
  readonly noticed: RegExp;
}

/** What an attack would do if it could: the proof that the watch would see it. */
export const selfTests: Readonly<Record<string, SelfTest>> = {
  "a script that runs": {
    run: () => (window as unknown as { __pwned: () => void }).__pwned(),
    noticed: /a script ran/,
  },
  "a dialog": { run: () => alert("attack"), noticed: /a dialog: attack/ },
  "a picture from elsewhere": {
    run: (evil) => void (new Image().src = `${evil}/picture.png`),
    noticed: /refuse img-src|picture\.png/,
  },
  "a request, and that it arrives": {
    run: (evil) => fetch(`${evil}/fetched`),
    noticed: /a request to .*\/fetched[^]*asked for \/fetched|asked for \/fetched[^]*a request to/,
  },
  "a script put into the page": {
    run: () => {
      const script = document.createElement("script");
      script.textContent = "1";
      document.body.append(script);
    },
    noticed: /refuse script-src/,
  },
  "a handler put into the page": {
    run: () => {
      const picture = document.createElement("img");
      picture.setAttribute("onerror", "1");
      picture.src = "data:,";
      document.body.append(picture);
    },
    noticed: /refuse script-src/,
  },
  "a window of its own": { run: (evil) => void open(`${evil}/window`), noticed: /a window of its own/ },
  "that the page leaves": {
    run: (evil) => void location.assign(`${evil}/gone`),
    noticed: /the page went to .*\/gone|asked for \/gone/,
  },
  "a frame of elsewhere": {
    run: (evil) => {
      const frame = document.createElement("iframe");
      frame.src = `${evil}/frame`;
      document.body.append(frame);
    },
    noticed: /refuse frame-src|\/frame/,
  },
};

interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const safe = { target: "_blank", rel: "noopener noreferrer" };

/** One element each that must never stand in the text of a message. */
export const faultyMarkup: readonly Markup[] = [
  { tag: "script", attributes: {} },
  { tag: "style", attributes: {} },
  { tag: "div", attributes: { onclick: "1" } },
  { tag: "a", attributes: { ...safe, href: "javascript:1" } },
  { tag: "a", attributes: { ...safe, href: "data:text/html,x" } },
  { tag: "a", attributes: { ...safe, href: "/settings" } },
  { tag: "a", attributes: { href: "https://example.org/", target: "_blank" } },
  { tag: "a", attributes: { href: "https://example.org/", rel: "noopener noreferrer" } },
  { tag: "img", attributes: { srcset: "data:,x 1x, https://example.org/2x.png 2x" } },
  { tag: "video", attributes: {} },
  { tag: "form", attributes: { action: "https://example.org/" } },
  { tag: "input", attributes: { type: "text" } },
  { tag: "iframe", attributes: {} },
  { tag: "object", attributes: {} },
  { tag: "base", attributes: {} },
  { tag: "meta", attributes: { "http-equiv": "refresh" } },
  { tag: "link", attributes: { rel: "prefetch" } },
  { tag: "div", attributes: { id: "root" } },
  { tag: "b", attributes: { name: "body" } },
  { tag: "p", attributes: { style: "position: fixed; inset: 0" } },
];

export function plant({ tag, attributes }: Markup): void {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (attributes["style"] !== undefined) element.style.position = "fixed";
  element.dataset["planted"] = "";
  [...document.querySelectorAll('[data-part="body"]')].at(-1)?.append(element);
}
