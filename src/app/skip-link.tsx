import { useT } from "#src/ui/i18n.tsx";

/** The first stop of the Tab key: past the sidebar, to the message box or to the page. */
export function SkipLink() {
  const t = useT();
  return (
    <a
      // The hash is the page's address and stays as it is: the focus is set by hand.
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:rounded-control focus:border focus:border-line focus:bg-raised focus:px-3 focus:py-1.5 focus:font-medium"
      onClick={(event) => {
        event.preventDefault();
        const main = document.getElementById("main");
        (main?.querySelector<HTMLElement>("textarea") ?? main)?.focus();
      }}
    >
      {t("app.skip")}
    </a>
  );
}
