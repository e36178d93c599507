/**
 * What is wrong with one entry of `OLLAMA_ORIGINS`. The first four keep the server from starting; with the others it starts, and
 * the entry never matches what a browser sends.
 */
type OriginFault = "space" | "stars" | "scheme" | "empty" | "slash" | "path" | "case" | "default-port";

type OriginEntry = { readonly text: string; readonly fault?: OriginFault };

export type OriginsCheck = {
  readonly entries: readonly OriginEntry[];
  /** The server does not start with this value. */
  readonly stops: boolean;
  /** Pages of the origin in question are let in, be it by default. */
  readonly admits: boolean;
  /** The same list without its mistakes, with the origin in question. */
  readonly corrected: string;
};

const stopping: ReadonlySet<OriginFault> = new Set(["space", "stars", "scheme", "empty"]);

/** Whether Ollama lets in pages of an origin without being told: those of the computer it runs on. */
export function allowedByDefault(origin: string): boolean {
  return (
    /^https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0)(:\d+)?$/i.test(origin) ||
    /^(app|file|tauri|vscode-webview|vscode-file):\/\//.test(origin)
  );
}

/** Reads a value of `OLLAMA_ORIGINS` as the server does (gin-contrib/cors 1.7.2 and envconfig's `AllowedOrigins`). */
export function checkOrigins(value: string, origin: string): OriginsCheck {
  const list = stripped(value);
  // A variable that is empty counts as none.
  const entries = (list === "" ? [] : list.split(",")).map((text): OriginEntry => {
    const fault = faultOf(text);
    return fault ? { text, fault } : { text };
  });
  const stops = entries.some(({ fault }) => fault !== undefined && stopping.has(fault));
  const admits =
    !stops &&
    (allowedByDefault(origin) || entries.some(({ text, fault }) => !fault && matches(text, origin)));
  return { entries, stops, admits, corrected: corrected(entries, origin) };
}

/** The server takes off spaces and quotes around the whole value, not around its entries. */
function stripped(value: string): string {
  return value
    .trim()
    .replace(/^["']+|["']+$/g, "")
    .trim();
}

function faultOf(entry: string): OriginFault | undefined {
  if (entry.trim() === "") return "empty";
  if (entry !== entry.trim() || /\s/.test(entry)) return "space";
  const stars = entry.split("*").length - 1;
  if (stars > 1) return "stars";
  if (
    stars === 0 &&
    !/^(https?|chrome-extension|safari-extension|moz-extension|ms-browser-extension):\/\//.test(entry)
  )
    return "scheme";
  if (entry === "*") return undefined;
  if (entry.endsWith("/")) return "slash";
  if (/^[a-z][a-z-]*:\/\/[^/]*\//i.test(entry)) return "path";
  // Entries with a star are compared as they stand, and a browser's origin has no capitals.
  if (stars === 1 && entry !== entry.toLowerCase()) return "case";
  if (/^http:\/\/[^/]*:80$|^https:\/\/[^/]*:443$/i.test(entry)) return "default-port";
  return undefined;
}

function matches(entry: string, origin: string): boolean {
  const star = entry.indexOf("*");
  if (star < 0) return entry.toLowerCase() === origin;
  const [before, after] = [entry.slice(0, star), entry.slice(star + 1)];
  return origin.length >= before.length + after.length && origin.startsWith(before) && origin.endsWith(after);
}

function corrected(entries: readonly OriginEntry[], origin: string): string {
  const good = entries.flatMap(({ text }) => mended(text.trim()));
  const isIn = origin === "null" || allowedByDefault(origin) || good.some((entry) => matches(entry, origin));
  return [...new Set(isIn ? good : [...good, origin])].join(",");
}

/** The entry as it was meant, or nothing where that cannot be told. */
function mended(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length > 1) return words.flatMap(mended);
  const fault = faultOf(text);
  switch (fault) {
    case undefined:
      return [text];
    case "slash":
      return mended(text.replace(/\/+$/, ""));
    case "path":
      return mended(/^[a-z][a-z-]*:\/\/[^/]*/i.exec(text)?.[0] ?? "");
    case "case":
      return mended(text.toLowerCase());
    case "default-port":
      return mended(text.replace(/:\d+$/, ""));
    case "scheme":
      // Most names without a scheme are sites; of `null` and the like nothing can be made.
      return /^[\w-]+(\.[\w-]+)+(:\d+)?/.test(text) ? mended(`https://${text}`) : [];
    case "space":
    case "stars":
    case "empty":
      return [];
  }
}
