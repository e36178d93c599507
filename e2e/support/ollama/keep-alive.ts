import { Fault } from "./fault.ts";

export const defaultKeepAlive = 5 * 60_000;

/** Go's largest duration: 292 years. */
const forever = 9_223_372_036_854;

const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** A number of seconds or a Go duration, in milliseconds; `undefined` where the request says nothing. */
export function keepAliveMs(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return value < 0 ? forever : value * 1000;
  if (typeof value !== "string") {
    throw new Fault(400, "keep_alive must be a number or a duration", "request");
  }
  if (value === "0") return 0;
  if (/^[+-]?[\d.]+$/.test(value))
    throw new Fault(400, `time: missing unit in duration ${JSON.stringify(value)}`, "request");
  if (!/^[+-]?(?:[\d.]+(?:ns|us|µs|ms|s|m|h))+$/.test(value)) {
    throw new Fault(400, `time: invalid duration ${JSON.stringify(value)}`, "request");
  }
  if (value.startsWith("-")) return forever;
  return [...value.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0),
    0,
  );
}
