import { errorOf } from "#src/core/errors.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import type { WholeInfo } from "./whole-info.ts";

/** Asks for what the server leaves out unless it is asked for everything; `text` says what that is. */
export function LoadWhole({ whole, text }: { whole: WholeInfo; text: string }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      <p className="facts flex flex-wrap items-center gap-3">
        <span>{text}</span>
        <Button onClick={whole.load} disabled={whole.isLoading}>
          {t(whole.isLoading ? "details.loadingWhole" : "details.loadWhole")}
        </Button>
      </p>
      {whole.error && !whole.isLoading ? (
        <RequestFailure error={errorOf(whole.error)} asked={whole.asked} />
      ) : null}
    </div>
  );
}
