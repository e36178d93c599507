import { Code } from "lucide-react";
import { useState } from "react";
import type { SnippetRequest } from "#src/core/playground/snippet-request.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { CodeDialog } from "./code-dialog.tsx";

export type CodeButtonProps = {
  /** The request as it would be sent now; `undefined` where it cannot be sent, and then nothing is opened. */
  request: () => SnippetRequest | undefined;
};

/** Shows what would be sent as a program, in one of several languages. */
export function CodeButton({ request }: CodeButtonProps) {
  const t = useT();
  const [shown, setShown] = useState<SnippetRequest>();
  return (
    <>
      <Button onClick={() => setShown(request())}>
        <Code aria-hidden className="size-4" />
        {t("playground.code")}
      </Button>
      {shown ? <CodeDialog request={shown} onClose={() => setShown(undefined)} /> : null}
    </>
  );
}
