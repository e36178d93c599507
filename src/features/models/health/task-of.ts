import { canChat, type Model } from "#src/core/models/model.ts";
import type { HealthTask } from "#src/state/health-check.ts";

/** The test of a model: by a completion, or by an embedding where it can do nothing else. */
export function taskOf(server: string, model: Model, keepAlive?: number | string): HealthTask {
  return {
    server,
    model: model.name,
    isEmbedder: !canChat(model),
    ...(keepAlive === undefined ? {} : { keepAlive }),
  };
}
