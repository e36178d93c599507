import { modelKey } from "./name.ts";

const keys = new Map<string, string>();
/** More names than any fleet has; then it begins anew. */
const most = 10_000;

/** `modelKey`, remembered: lists of hundreds of models are gone through again and again. */
export function knownKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= most) keys.clear();
  const key = modelKey(name);
  keys.set(name, key);
  return key;
}
