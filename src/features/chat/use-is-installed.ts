import { useQuery } from "@tanstack/react-query";
import { isRemote, type Model } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { useConfig } from "#src/state/config.ts";
import { modelsQuery } from "#src/state/models.ts";

/** The listed model of that name, if the server has it. */
export function useModel(server: string, name: string): Model | undefined {
  const { data } = useQuery(modelsQuery(server));
  return data?.find((model) => sameModel(model.name, name));
}

/** Whether a question to this model can be sent: true too where the list is not known, and for cloud names, which need no pull. */
export function useIsInstalled(server: string, name: string): boolean {
  const { data, isFetched } = useQuery(modelsQuery(server));
  const isListed = data?.some((model) => sameModel(model.name, name));
  return isListed ?? (!isFetched || isRemote({ name }) || data === undefined);
}

/** Whether it is still being found out which server is meant, or which models there are for someone who chose none. */
export function useIsModelComing(server: string, name: string): boolean {
  const isConfigured = useConfig((state) => state.isReady);
  const { isLoading } = useQuery(modelsQuery(server));
  return !isConfigured || (name === "" && isLoading);
}
