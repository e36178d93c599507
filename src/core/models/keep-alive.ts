/**
 * `keep_alive` as a person types it: seconds, or a Go duration (`10m`, `1h30m`); negative is for ever, 0 leaves at once.
 * `undefined` for an empty field, where the server's own time holds; `null` for what Ollama would refuse.
 */
export function keepAliveOf(typed: string): number | string | undefined | null {
  // The minus sign as the hints write it.
  const text = typed.trim().replace(/^\u2212/, "-");
  if (text === "") return undefined;
  if (/^[+-]?\d{1,9}$/.test(text)) return Number(text);
  return /^[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$/.test(text) ? text : null;
}
