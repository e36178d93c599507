import { sameModel } from "#src/core/models/name.ts";
import type { Model, ModelDetails } from "#src/core/models/model.ts";
import { detailsQuery, modelsQuery, queryClient } from "./models.ts";

/** A question waits no longer than this for what `/api/show` says, in milliseconds. */
const patience = 3000;

/** What `/api/show` says of a model, from the cache where it is; absent where the server does not say in time. */
export async function knownDetails(server: string, name: string): Promise<ModelDetails | undefined> {
  const models = queryClient.getQueryData<readonly Model[]>(modelsQuery(server).queryKey);
  const digest = models?.find((model) => sameModel(model.name, name))?.digest;
  const asked = queryClient.fetchQuery(detailsQuery(server, name, digest)).catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
  return Promise.race([asked, late]);
}
