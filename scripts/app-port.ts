import { PlainError } from "./plain-error.ts";

/** The port that `PORT` asks for, else 5173. */
export function appPort(env: Readonly<Record<string, string | undefined>>): number {
  const text = (env["PORT"] ?? "").trim();
  if (text === "") return 5173;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new PlainError(`PORT=${JSON.stringify(text)} cannot be used: it must be a number from 1 to 65535.`);
}
