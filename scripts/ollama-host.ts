import { isIPv6 } from "node:net";
import { PlainError } from "./plain-error.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface OllamaAddress {
  /** Without a trailing slash. */
  readonly url: string;
  /** Whether the environment named it; a server that was named is never replaced by another. */
  readonly named: boolean;
}

const defaultPort = 11434;
const portsOfSchemes: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * Where the environment says that Ollama is, read as Ollama's own envconfig.Host() does, with these differences: what a
 * client cannot connect to (`0.0.0.0`, `[::]`, no host) becomes this machine, and what Ollama silently
 * replaces (a port that is none) is an error.
 */
export function ollamaAddress(env: Environment): OllamaAddress {
  const host = withoutQuotes(env["OLLAMA_HOST"]);
  const port = withoutQuotes(env["OLLAMA_PORT"]);
  const fallback = port === "" ? undefined : readPort(port, "OLLAMA_PORT", port);
  return { url: readHost(host, fallback), named: host !== "" || port !== "" };
}

function withoutQuotes(value = ""): string {
  return value
    .trim()
    .replace(/^["']+|["']+$/g, "")
    .trim();
}

function readHost(value: string, fallbackPort: number | undefined): string {
  if (value.toLowerCase() === "ollama.com") return "https://ollama.com";
  const [, scheme = "http", rest = ""] = /^(?:([^:/]*):\/\/)?(.*)$/s.exec(value) ?? [];
  const hasScheme = value.includes("://");
  const schemePort = portsOfSchemes[scheme.toLowerCase()];
  if (schemePort === undefined) throw bad(value, `the scheme must be http or https, not "${scheme}"`);

  const slash = rest.indexOf("/");
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? "" : rest.slice(slash).replace(/\/+$/, "");
  const { host, port } = splitAuthority(authority, value);
  const usedPort =
    port === ""
      ? (fallbackPort ?? (hasScheme ? schemePort : defaultPort))
      : readPort(port, "OLLAMA_HOST", value);
  return readUrl(`${scheme.toLowerCase()}://${reachable(host)}:${usedPort}${path}`, value);
}

function splitAuthority(authority: string, value: string): { host: string; port: string } {
  const bare = authority.replace(/^\[|\]$/g, "");
  if (isIPv6(bare)) return { host: `[${bare}]`, port: "" };
  const [, host = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority) ?? [];
  if (authority !== "" && host === "" && !authority.startsWith(":")) throw bad(value, "it is not host:port");
  if (host.startsWith("[") && !isIPv6(host.slice(1, -1))) throw bad(value, `${host} is no IPv6 address`);
  if (/[\s@?#\\%]/.test(host)) throw bad(value, "the host has a character that no host name has");
  return { host, port };
}

function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return host === "" || /^\[[0:]*\]$/.test(host) ? "localhost" : host;
}

function readUrl(text: string, value: string): string {
  if (!URL.canParse(text)) throw bad(value, "it is no address");
  const url = new URL(text);
  if (url.search !== "" || url.hash !== "") throw bad(value, "a query has no place in it");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

function readPort(port: string, variable: string, value: string): number {
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  if (number >= 1 && number <= 65535) return number;
  throw bad(value, `the port must be a number from 1 to 65535, not "${port}"`, variable);
}

function bad(value: string, why: string, variable = "OLLAMA_HOST"): PlainError {
  return new PlainError(`${variable}=${JSON.stringify(value)} cannot be used: ${why}.`);
}
