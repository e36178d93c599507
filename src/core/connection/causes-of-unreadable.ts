import { allowedByDefault } from "./origins.ts";
import { type Cause, certain, oneOf } from "./causes.ts";
import { type Evidence, probeOf, versionOf } from "./probes.ts";

/**
 * A server answers, but not so that this page may read it: a refusal of Ollama's, another program, and a login or an error of a
 * proxy look alike, for none of them carries CORS headers; so does an answer that carries them twice.
 */
export function causesOfUnreadable(evidence: Evidence): readonly Cause[] {
  const { page, steps, url, isOpenAi } = evidence;
  const works = (name: string) =>
    steps.find((step) => step.name === name && versionOf(step.probe) !== undefined)?.server;
  if (works("slash") !== undefined) return certain("redirect");
  if (probeOf(evidence, "manual")?.type === "redirect")
    return certain("redirect", { works: works("scheme") });
  const scheme = works("scheme");
  // Whether it redirects there or only answers there, that address is the one to use.
  if (scheme !== undefined) return certain("redirect", { works: scheme });
  const twin = works("twin");
  if (twin !== undefined) return certain("address-family", { works: twin });
  const port = works("port");
  if (port !== undefined) return certain("wrong-port", { works: port });
  if (page.origin === "null")
    return oneOf("file-origin", "other-program", "login", "proxy-error", "redirect", "headers-twice");
  const isProxied = url.startsWith("https:");
  if (isOpenAi)
    return oneOf("origin-refused", "login", "proxy-error", "redirect", "headers-twice", "other-program");
  if (allowedByDefault(page.origin))
    return isProxied
      ? oneOf("login", "proxy-error", "redirect", "headers-twice", "other-program")
      : oneOf("other-program", "login", "proxy-error", "redirect", "headers-twice");
  return isProxied
    ? oneOf("origin-refused", "login", "proxy-error", "redirect", "headers-twice", "other-program")
    : oneOf("origin-refused", "other-program", "login", "proxy-error", "redirect", "headers-twice");
}
