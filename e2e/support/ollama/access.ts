import { isIP } from "node:net";
import { hostname } from "node:os";
import type { Exchange, Header } from "./exchange.ts";

const localHosts = ["localhost", "127.0.0.1", "0.0.0.0"];

const defaultOrigins: readonly string[] = [
  ...localHosts.flatMap((host) => [
    `http://${host}`,
    `https://${host}`,
    `http://${host}:*`,
    `https://${host}:*`,
  ]),
  ...["app", "file", "tauri", "vscode-webview", "vscode-file"].map((scheme) => `${scheme}://*`),
];

const allowedHeaders = [
  "Authorization",
  "Content-Type",
  "User-Agent",
  "Accept",
  "X-Requested-With",
  "Openai-Beta",
  "X-Stainless-Arch",
  "X-Stainless-Async",
  "X-Stainless-Custom-Poll-Interval",
  "X-Stainless-Helper-Method",
  "X-Stainless-Lang",
  "X-Stainless-Os",
  "X-Stainless-Package-Version",
  "X-Stainless-Poll-Helper",
  "X-Stainless-Retry-Count",
  "X-Stainless-Runtime",
  "X-Stainless-Runtime-Version",
  "X-Stainless-Timeout",
].join(",");

/** Who may call: the origin rules of OLLAMA_ORIGINS on top of the default ones. */
export class OriginRules {
  readonly #patterns: readonly string[];
  readonly #open: boolean;

  constructor(extra: readonly string[]) {
    for (const entry of extra) checkEntry(entry);
    this.#open = extra.includes("*");
    this.#patterns = [
      ...extra.map((entry) => (entry.includes("*") ? entry : entry.toLowerCase())),
      ...defaultOrigins,
    ];
  }

  allows(origin: string): boolean {
    return this.#open || this.#patterns.some((pattern) => matches(pattern, origin));
  }

  /** Answers a refused request or a preflight itself; else leaves the headers for the answer to come. */
  admit(exchange: Exchange, allow: readonly Header[]): boolean {
    const origin = exchange.header("origin");
    const host = exchange.header("host") ?? "";
    if (origin === undefined || origin === `http://${host}` || origin === `https://${host}`) return true;
    if (!this.allows(origin)) {
      exchange.empty(403, exchange.method === "OPTIONS" ? allow : []);
      return false;
    }
    const vary: readonly Header[] = this.#open ? [] : [["Vary", "Origin"]];
    exchange.access = [["Access-Control-Allow-Origin", this.#open ? "*" : origin], ...vary];
    if (exchange.method !== "OPTIONS") return true;
    exchange.empty(204, [
      ["Access-Control-Allow-Headers", allowedHeaders],
      ["Access-Control-Allow-Methods", "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS"],
      ["Access-Control-Max-Age", "43200"],
      ...allow,
      ...(this.#open ? [] : varyOnPreflight),
    ]);
    return false;
  }
}

const varyOnPreflight: readonly Header[] = [
  ["Vary", "Access-Control-Request-Method"],
  ["Vary", "Access-Control-Request-Headers"],
];

/** Ollama does not start with such a setting; neither does this server. */
function checkEntry(entry: string): void {
  const stars = entry.split("*").length - 1;
  if (stars > 1) throw new Error(`only one * is allowed: ${entry}`);
  if (
    stars === 0 &&
    !/^(https?|chrome-extension|safari-extension|moz-extension|ms-browser-extension):\/\//.test(entry)
  ) {
    throw new Error(`bad origin: origins must contain '*' or include http://, https://, ...: ${entry}`);
  }
}

function matches(pattern: string, origin: string): boolean {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === origin.toLowerCase();
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return origin.length >= before.length + after.length && origin.startsWith(before) && origin.endsWith(after);
}

/** The guard against DNS rebinding, in force while the server listens on a loopback address. */
export function hostIsAllowed(header: string): boolean {
  const host = header
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
  if (host === "" || host === "localhost" || host === hostname().toLowerCase()) return true;
  if (/\.(localhost|local|internal)$/.test(host)) return true;
  if (isIP(host) === 6) return /^(::1?$|f[cd])/.test(host);
  return isIP(host) === 4 && /^(0\.0\.0\.0$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
}
