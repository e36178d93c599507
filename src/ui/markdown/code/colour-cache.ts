import type { ChunkColours } from "./coloured-code.ts";
import type { GrammarName } from "./languages.ts";

// In characters of code.
const room = 1_000_000;

/** The colours of code that was shown last, so that code which is shown again has them at once. */
export class ColourCache {
  readonly #entries = new Map<string, readonly ChunkColours[]>();
  #size = 0;

  find(grammar: GrammarName, code: string): readonly ChunkColours[] | undefined {
    return this.#entries.get(`${grammar}\n${code}`);
  }

  keep(grammar: GrammarName, code: string, colours: readonly ChunkColours[]): void {
    const key = `${grammar}\n${code}`;
    if (!this.#entries.delete(key)) this.#size += key.length;
    this.#entries.set(key, colours);
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= room) return;
      this.#entries.delete(oldest);
      this.#size -= oldest.length;
    }
  }
}
