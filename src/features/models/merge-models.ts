import type { Server } from "#src/core/connection/server.ts";
import type { Model } from "#src/core/models/model.ts";
import { knownKey } from "#src/core/models/known-key.ts";
import type { ServerList } from "#src/state/fleet.ts";

/** The servers that have a model. */
export type ModelMarks = {
  readonly servers: readonly {
    readonly server: Server;
    readonly isDown: boolean;
    readonly isInMemory: boolean;
  }[];
  /** The same name, but not the same model everywhere. */
  readonly isMixed: boolean;
};

export type MergedModels = {
  /** One a name, as the first server that answers has it. */
  readonly models: readonly Model[];
  /** By the names of `models`. */
  readonly marks: ReadonlyMap<string, ModelMarks>;
};

type Found = { readonly model: Model; readonly marks: ModelMarks };

/** The models of several servers as one list; those of servers that do not answer come after the others. */
export function mergeModels(lists: readonly ServerList[]): MergedModels {
  const found = new Map<string, Found>();
  const upFirst = [...lists.filter(({ isDown }) => !isDown), ...lists.filter(({ isDown }) => isDown)];
  for (const { server, models = [], isDown, inMemory } of upFirst) {
    for (const model of models) {
      const key = knownKey(model.name);
      const known = found.get(key);
      const mark = { server, isDown, isInMemory: inMemory.has(key) };
      found.set(key, {
        model: known?.model ?? model,
        marks: {
          servers: [...(known?.marks.servers ?? []), mark],
          isMixed: known ? known.marks.isMixed || known.model.digest !== model.digest : false,
        },
      });
    }
  }
  const all = [...found.values()];
  return {
    models: all.map(({ model }) => model),
    marks: new Map(all.map(({ model, marks }) => [model.name, marks])),
  };
}
