import { Component, type ReactNode } from "react";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";

type Props = {
  /** What could not be drawn at one address is tried anew at another. */
  address?: string;
  children: ReactNode;
};
type State = { readonly address: string | undefined; readonly error: Error | undefined };

/** A page that cannot be drawn: what was typed and received is in the storage, so a reload loses nothing. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { address: this.props.address, error: undefined };

  static getDerivedStateFromProps({ address }: Props, state: State): State | null {
    return address === state.address ? null : { address, error: undefined };
  }

  static getDerivedStateFromError(error: unknown): Pick<State, "error"> {
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
