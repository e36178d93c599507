import type { FakeModel, Layer } from "./model.ts";
import { layersOf, nameOf } from "./model.ts";
import { parseName, shortName } from "./model-name.ts";

function second(model: FakeModel): number {
  return Math.floor(Date.parse(model.modifiedAt ?? "") / 1000);
}

/** What lies on the server's disk: models, blobs and half-finished downloads. */
export class Store {
  readonly #models = new Map<string, FakeModel>();
  readonly blobs = new Map<string, Buffer | undefined>();
  /** Bytes of a layer that an abandoned pull has left behind. */
  readonly partial = new Map<string, number>();

  constructor(models: readonly FakeModel[]) {
    this.replaceAll(models);
  }

  replaceAll(models: readonly FakeModel[]): void {
    this.#models.clear();
    const started = Date.now();
    models.forEach((model, index) => {
      this.add({
        ...model,
        modifiedAt: model.modifiedAt ?? new Date(started - index * 86_400_000).toISOString(),
      });
    });
  }

  add(model: FakeModel): void {
    this.#models.set(nameOf(model).toLowerCase(), {
      ...model,
      modifiedAt: model.modifiedAt ?? new Date().toISOString(),
    });
    for (const layer of layersOf(model)) this.keep(layer);
  }

  keep(layer: Layer): void {
    if (!this.blobs.has(layer.digest)) this.blobs.set(layer.digest, undefined);
    this.partial.delete(layer.digest);
  }

  /** Drops the blobs of no model, as Ollama does when it starts. */
  prune(): void {
    const used = new Set(this.list().flatMap((model) => layersOf(model).map(({ digest }) => digest)));
    for (const digest of this.blobs.keys()) if (!used.has(digest)) this.blobs.delete(digest);
  }

  find(text: string): FakeModel | undefined {
    const name = parseName(text);
    return name && this.#models.get(shortName(name).toLowerCase());
  }

  remove(model: FakeModel): void {
    this.#models.delete(nameOf(model).toLowerCase());
  }

  /** Most recently modified first, to the second. */
  list(): readonly FakeModel[] {
    return [...this.#models.values()].toSorted(
      (a, b) => second(b) - second(a) || (nameOf(a) < nameOf(b) ? -1 : 1),
    );
  }
}
