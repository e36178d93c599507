import type { Plugin } from "vite";

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/**
 * The page's policy: nothing but its own files, and whichever server the user names. Styles are set through the CSSOM.
 * Frames are its own static files, which have policies of their own, below.
 */
export const contentSecurityPolicy = policy({
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self' http: https:",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "object-src": "'none'",
  "frame-src": "'self'",
});

const closed = {
  "default-src": "'none'",
  "connect-src": "'none'",
  "frame-src": "'none'",
  "object-src": "'none'",
  "form-action": "'none'",
  "base-uri": "'none'",
};

/** A previewed page: its own text, and nothing from elsewhere. Also for the frame's only child, which inherits it. */
export const previewPolicy = policy({
  ...closed,
  "script-src": "'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data:",
  "style-src": "'unsafe-inline' blob: data:",
  "img-src": "data: blob:",
  "font-src": "data: blob:",
  "media-src": "data: blob:",
  "worker-src": "blob: data:",
});

/** A previewed page that the user let into the network: what it may send anywhere, it may also load. */
export const previewNetworkPolicy = policy({
  ...closed,
  "connect-src": "http: https: ws: wss: data: blob:",
  "script-src": "http: https: 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data:",
  "style-src": "http: https: 'unsafe-inline' blob: data:",
  "img-src": "http: https: data: blob:",
  "font-src": "http: https: data: blob:",
  "media-src": "http: https: data: blob:",
  "worker-src": "blob: data:",
});

/** The drawing of diagrams: our own script, styles that it writes. `script` is the hash of the one in the file. */
export const diagramPolicy = (script: string): string =>
  policy({
    ...closed,
    "script-src": `'self' ${script}`,
    "style-src": "'unsafe-inline'",
    "font-src": "data:",
    "img-src": "data:",
  });

/** One image of elsewhere, which the user asked for. */
export const imagePolicy = (script: string): string =>
  policy({ ...closed, "script-src": script, "style-src": "'unsafe-inline'", "img-src": "http: https:" });

/**
 * What Chromium also takes, as a header alone: no connection at all but to these, name look-ups and WebRTC among them.
 * A host that can send it closes what a policy in a page leaves open (docs/decisions/006-frames.md).
 */
export const connectionAllowlists: Readonly<Record<string, string>> = {
  "frames/preview.html": "()",
  "frames/diagram.html": "(response-origin)",
};

/** Puts the policy into the built page, so that it holds on any static host. */
export function cspMeta(): Plugin {
  return {
    name: "csp-meta",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}
