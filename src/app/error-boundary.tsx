import { Component, type ReactNode } from "react";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";

type Props = { children: ReactNode };
type State = { readonly error?: Error };

/** A page that cannot be drawn: what was typed and received is in the storage, so a reload loses nothing. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    return this.state.error ? <BrokenPage error={this.state.error} /> : this.props.children;
  }
}

function BrokenPage({ error }: { error: Error }) {
  const t = useT();
  const text = error.stack ?? error.message;
  return (
    <div className="mx-auto max-w-(--measure) p-6">
      <Alert
        title={t("app.broken")}
        details={{ label: t("app.brokenDetails"), text }}
        actions={
          <>
            <Button onClick={() => window.location.reload()}>{t("app.reload")}</Button>
            <Button onClick={() => void copyText(text)}>{t("app.copyDetails")}</Button>
          </>
        }
      >
        {t("app.brokenNext")}
      </Alert>
    </div>
  );
}
