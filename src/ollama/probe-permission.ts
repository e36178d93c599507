import { hostOf } from "#src/core/connection/address.ts";
import { type HostKind, isNumber, kindOfHost } from "#src/core/connection/host-kind.ts";
import type { Page, Permission } from "#src/core/connection/probes.ts";
import { ask } from "./probe.ts";

/**
 * The browser's permission to reach the network of a server; undefined where it knows no such permission. `isGated`: it also knows
 * the permission's first name, so it is Chromium, which holds requests back by it; Firefox 153 knows the others and does not.
 */
export async function permissionFor(
  url: string,
): Promise<{ readonly permission: Permission | undefined; readonly isGated: boolean }> {
  const [status, first] = await Promise.all([statusFor(url), statusOf("local-network-access")]);
  return { permission: status?.state, isGated: first !== undefined };
}

/**
 * How near the page itself is, where its name alone does not tell: a name of the internet may lead into the user's own network, and then
 * no permission is needed there. Chromium 156 answers a request for the page itself only if it is told the right address space
 * (WICG Local Network Access, `targetAddressSpace`); so this is only for a browser that is gated. The service worker lets `/` pass by.
 */
export async function measuredKind({ origin, kind }: Page, signal: AbortSignal): Promise<HostKind> {
  if (kind !== "public" || isNumber(hostOf(origin))) return kind;
  const isIn = async (targetAddressSpace: string) => {
    const init = { targetAddressSpace, mode: "same-origin" } as RequestInit;
    return (await ask(origin, "/", init, signal, true)).type === "answered";
  };
  if (await isIn("local")) return "private";
  return (await isIn("loopback")) ? "loopback" : kind;
}

/** Calls back whenever that permission changes, until it is told to stop. */
export function watchPermission(url: string, onChange: () => void): () => void {
  let status: PermissionStatus | undefined;
  let isOver = false;
  void statusFor(url).then((found) => {
    if (isOver) return;
    status = found;
    status?.addEventListener("change", onChange);
  });
  return () => {
    isOver = true;
    status?.removeEventListener("change", onChange);
  };
}

/** Chromium 145 names two permissions, 142 to 144 one; a browser that knows none throws. */
async function statusFor(url: string): Promise<PermissionStatus | undefined> {
  const nearest = kindOfHost(hostOf(url)) === "loopback" ? "loopback-network" : "local-network";
  return (await statusOf(nearest)) ?? statusOf("local-network-access");
}

async function statusOf(name: string): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: name as PermissionName });
  } catch {
    return undefined;
  }
}
