import { NoModels } from "#src/features/models/no-models.tsx";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** A server without any model. */
export function LibraryEmpty() {
  const t = useT();
  return (
    <div className="max-w-2xl">
      <NoModels />
      <p className="mt-4 text-muted">
        {t("library.orCreate")}{" "}
        <a href="#/create" className="font-medium text-accent">
          {t("create.title")}
        </a>
      </p>
    </div>
  );
}

/** No list, not even an old one. */
export function LibraryFailed({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <Alert
      title={t("models.noList")}
      actions={
        <>
          <Button onClick={onRetry}>{t("models.retry")}</Button>
          <a href="#/connection" className="inline-flex items-center px-1 font-medium text-accent">
            {t("models.toConnection")}
          </a>
        </>
      }
    />
  );
}

/** Still rows in the size of the real ones. */
export function LibraryOutline() {
  return (
    <div aria-hidden className="reveal-late">
      <div className="h-5 w-56 rounded-control bg-hover" />
      <div className="mt-4 h-40 rounded-panel bg-hover" />
      <div className="mt-4 h-9 w-72 max-w-full rounded-control bg-hover" />
      {["w-40", "w-56", "w-32", "w-48", "w-36"].map((width) => (
        <div key={width} className="flex h-13 flex-col justify-center gap-1.5 border-b border-line">
          <div className={`h-3.5 rounded-control bg-hover ${width}`} />
          <div className="h-3 w-24 rounded-control bg-hover" />
        </div>
      ))}
    </div>
  );
}
