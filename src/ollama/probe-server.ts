import { hostOf, normaliseAddress } from "#src/core/connection/address.ts";
import { diagnose } from "#src/core/connection/diagnosis.ts";
import type { Finding } from "#src/core/connection/finding.ts";
import { kindOfHost, needsPermission } from "#src/core/connection/host-kind.ts";
import { type Evidence, type Page, type Step, versionOf } from "#src/core/connection/probes.ts";
import { accessTo } from "./access.ts";
import { ask } from "./probe.ts";
import { baseOf, otherScheme, ownPort, twinsOf } from "./probe-neighbours.ts";
import { measuredKind, permissionFor } from "./probe-permission.ts";
import { watchPolicy } from "./probe-policy.ts";
import { jsonPost } from "./request.ts";

/** A request of a name, to the server in question or one beside it. */
type Question = Pick<Step, "name" | "server" | "path"> & {
  readonly init?: RequestInit;
  /** The only one of the server's own headers that it carries; `[]`: none of them. */
  readonly only?: readonly string[];
};

/** Asks all that it takes to name the cause, in rounds: what the first answers decides what the second asks. Throws only the signal's reason when it aborts. */
export async function examineServer(
  address: string,
  signal: AbortSignal,
  page: Page = thisPage(),
  isOpenAi = false,
): Promise<Finding> {
  const normalised = normaliseAddress(address);
  if (!normalised.ok) return { kind: "bad-address", reason: normalised.reason };
  return diagnose(await gather(normalised.url, page, signal, isOpenAi));
}

/** Begins once more where the server begins to answer meanwhile; not again, for some answer by turns without end. */
async function gather(
  url: string,
  page: Page,
  signal: AbortSignal,
  isOpenAi: boolean,
  isAgain = false,
): Promise<Evidence> {
  const policy = watchPolicy(url);
  try {
    const evidence = await look(url, page, signal, isOpenAi, isAgain);
    if (evidence) return { ...evidence, isForbidden: policy.stop() };
  } finally {
    policy.stop();
  }
  return gather(url, page, signal, isOpenAi, true);
}

/** Undefined where what was asked first has changed meanwhile. */
async function look(
  url: string,
  page: Page,
  signal: AbortSignal,
  isOpenAi: boolean,
  isAgain: boolean,
): Promise<Evidence | undefined> {
  const own = accessTo(url);
  const steps: Step[] = [];
  const round = async (...questions: readonly (Question | false)[]) => {
    const asked = questions.filter((question) => question !== false);
    steps.push(...(await Promise.all(asked.map((question) => step(question, own, signal)))));
  };
  const here = (name: Step["name"], path: string, more: Partial<Question> = {}): Question => ({
    name,
    server: url,
    path,
    ...more,
  });
  const told = (name: Step["name"]) => steps.find((one) => one.name === name)?.probe;

  await round(here("version", "/api/version"));
  const version = told("version");
  if (version?.type === "answered" && versionOf(version) !== undefined) {
    // Read as a missing model, so that nothing is looked up.
    await round(here("write", "/api/show", { init: jsonPost({ model: " " }) }));
    const write = told("write");
    if (write?.type === "answered" && (write.status === 404 || write.status === 405))
      await round(here("root", "/"));
  } else if (version?.type === "answered") {
    const isOther = version.status < 400 || version.status === 404 || version.status === 405;
    const base = baseOf(url);
    await round(
      isOther && here("root", "/"),
      isOther && here("models", "/v1/models"),
      isOther && base !== url && { name: "base", server: base, path: "/api/version" },
      ...(isOther && !isOpenAi ? neighbours(url, page) : []),
    );
  } else {
    await round(
      here("blind", "/", { init: { mode: "no-cors" } }),
      ...(Object.keys(own).length > 0 ? bare(here, Object.keys(own)) : []),
      ...(isOpenAi ? [] : neighbours(url, page)),
      ...schemes(url, page),
      version?.type === "failed" &&
        here("manual", "/api/version", { init: { redirect: "manual" }, only: [] }),
    );
    if (told("blind")?.type === "opaque") {
      // What answers may have begun to in between: a server that is starting, a network that is back.
      const again = isAgain ? undefined : await step(here("version", "/api/version"), own, signal);
      if (again?.probe.type === "answered") return undefined;
      if (told("bare")?.type !== "answered") await round(here("slash", "/api/version/", { only: [] }));
    }
  }
  const gate = version?.type === "answered" ? undefined : await permissionFor(url);
  // Only where it decides: to find out may make the browser ask the user.
  const mayBlock = gate?.isGated === true && gate.permission !== "granted";
  const isNearer = needsPermission(page.kind, kindOfHost(hostOf(url)));
  const kind = mayBlock && isNearer ? await measuredKind(page, signal) : page.kind;
  return {
    url,
    page: { ...page, kind },
    steps,
    ...(isOpenAi && { isOpenAi }),
    ...gate,
    isOffline: !navigator.onLine,
  };
}

async function step(
  { name, server, path, init = {}, only }: Question,
  own: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Step> {
  // A request that is not to be read carries no headers of anybody's.
  const carried = only ?? (init.mode === "no-cors" ? [] : Object.keys(accessTo(server)));
  const chosen = only
    ? {
        headers: { ...named(own, only), ...(init.headers as Record<string, string> | undefined) },
        // Its value is for this server alone.
        ...(only.length > 0 && { redirect: "error" as const }),
      }
    : {};
  const from = performance.now();
  const probe = await ask(server, path, { ...init, ...chosen }, signal, only !== undefined);
  const ms = performance.now() - from;
  const method = init.method === "POST" ? "POST" : "GET";
  return { name, server, method, path, headers: carried, probe, ms };
}

function named(own: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name)));
}

/** Without the server's own headers, and with each of them alone. */
function bare(
  here: (name: Step["name"], path: string, more: Partial<Question>) => Question,
  names: string[],
) {
  return [
    here("bare", "/api/version", { only: [] }),
    here("bare-write", "/api/show", { only: [], init: jsonPost({ model: " " }) }),
    ...names.slice(0, 6).map((name) => here("header", "/api/version", { only: [name] })),
  ];
}

/** Where else on the same computer Ollama may be, without anybody's key. A request that the browser would stop is not made: it would ask, or complain. */
function neighbours(url: string, page: Page): readonly Question[] {
  const port = ownPort(url);
  return [
    ...twinsOf(url).map((server) => ({ name: "twin", server, path: "/api/version", only: [] }) as const),
    ...(port === undefined ? [] : [{ name: "port", server: port, path: "/api/version", only: [] } as const]),
  ].filter(({ server }) => !isMixed(server, page));
}

/** The other of http and https at the same place. */
function schemes(url: string, page: Page): readonly Question[] {
  const server = otherScheme(url);
  if (isMixed(server, page)) return [];
  return [
    { name: "scheme", server, path: "/api/version", only: [] },
    { name: "scheme-blind", server, path: "/", init: { mode: "no-cors" } },
  ];
}

function isMixed(server: string, page: Page): boolean {
  return page.isSecure && server.startsWith("http:") && kindOfHost(hostOf(server)) !== "loopback";
}

function thisPage(): Page {
  const { origin, protocol, hostname } = globalThis.location;
  // A file has no host, and is exempt from Local Network Access like a page of this computer.
  const kind = protocol === "file:" ? "loopback" : kindOfHost(hostname);
  return { origin: protocol === "file:" ? "null" : origin, isSecure: protocol === "https:", kind };
}
