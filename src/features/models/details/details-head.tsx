import { Cloud, MemoryStick, MessageSquare } from "lucide-react";
import { canChat, type Model, type RunningModel } from "#src/core/models/model.ts";
import { ModelMenu } from "#src/features/models/actions/model-menu.tsx";
import { useMemoryChange } from "#src/features/models/running/use-memory-change.ts";
import { startChat } from "#src/features/models/start-chat.ts";
import { useConnection } from "#src/state/connection.ts";
import { preload } from "#src/state/running.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { LoadStatus } from "./load-status.tsx";

export type DetailsHeadProps = {
  name: string;
  listed: Model | undefined;
  loaded: RunningModel | undefined;
  /** It runs on another computer. */
  isAway: boolean;
};

/** A model's name, and what is mostly done with it. */
export function DetailsHead({ name, listed, loaded, isAway }: DetailsHeadProps) {
  const t = useT();
  const isConnected = useConnection((state) => state.status === "connected");
  const isLoading = useMemoryChange(name)?.status === "loading";
  return (
    <header>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="me-auto min-w-0 text-title font-semibold wrap-anywhere" dir="ltr">
          {name}
        </h3>
        {listed === undefined || canChat(listed) ? (
          <Button look="primary" onClick={() => startChat(name)}>
            <MessageSquare aria-hidden className="size-4" />
            {t("details.chat")}
          </Button>
        ) : null}
        {listed && isConnected && !isAway && !loaded && !isLoading ? (
          <Button onClick={() => void preload(name)}>
            <MemoryStick aria-hidden className="size-4" />
            {t("details.preload")}
          </Button>
        ) : null}
        {listed ? (
          <a
            href={`#/create/${encodeURIComponent(name)}`}
            className="inline-flex min-h-8 items-center rounded-control border border-line bg-raised px-3 font-medium hover:bg-hover pointer-coarse:min-h-11"
          >
            {t("details.createFrom")}
          </a>
        ) : null}
        {listed ? <ModelMenu model={listed} /> : null}
      </div>
      {isAway ? (
        <p className="mt-1 flex items-start gap-1.5 text-warn">
          <Cloud aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("details.away")}
        </p>
      ) : null}
      <LoadStatus name={name} isLoaded={loaded !== undefined} />
    </header>
  );
}
