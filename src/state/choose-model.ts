import { canChat, type Model, type RunningModel } from "#src/core/models/model.ts";
import { sameModel, withTag } from "#src/core/models/name.ts";

export type ModelChoice = {
  readonly models: readonly Model[];
  readonly running: readonly RunningModel[];
  /** What the user chose last, or nothing. */
  readonly lastModel: string;
  /** What the configuration says, or nothing. */
  readonly defaultModel: string;
};

/**
 * The model of a conversation for which none was chosen: the last choice, else the configured one, else the one that is in
 * memory, else the first that can chat; empty where there is none. The first two need not be installed.
 */
export function chooseModel({ models, running, lastModel, defaultModel }: ModelChoice): string {
  const named = lastModel || defaultModel;
  if (named) return models.find(({ name }) => sameModel(name, named))?.name ?? withTag(named);
  const able = models.filter(canChat);
  const inMemory = running.find((model) => able.some(({ name }) => sameModel(name, model.name)));
  return inMemory?.name ?? able[0]?.name ?? "";
}
