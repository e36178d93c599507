import { type ReactNode, useContext } from "react";
import { type MessageKey, useT } from "./i18n.tsx";
import { AbsentPages } from "./present-pages.ts";

const pages = [
  { name: "library", address: "#/models", label: "library.title" },
  { name: "running", address: "#/running", label: "running.title" },
  { name: "pulls", address: "#/pulls", label: "pulls.title" },
  { name: "create", address: "#/create", label: "create.title" },
  { name: "health", address: "#/health", label: "health.title" },
  { name: "playground", address: "#/playground", label: "playground.title" },
] as const satisfies readonly { name: string; address: string; label: MessageKey }[];

export type ModelsPageName = (typeof pages)[number]["name"];

/** What all pages about models stand in: their head, and the way from one to the other. `current` is absent on a model's own page. */
export function ModelsFrame({ current, children }: { current?: ModelsPageName; children: ReactNode }) {
  const t = useT();
  const absent = useContext(AbsentPages);
  return (
    <div className="h-full overflow-y-auto px-4 pt-6 pb-12">
      <div className="mx-auto max-w-6xl">
        <h2 className="text-title font-semibold">{t("library.models")}</h2>
        <nav
          aria-label={t("library.pages")}
          className="mt-3 mb-6 flex gap-1 overflow-x-auto border-b border-line"
        >
          {pages
            .filter(({ name }) => !absent.includes(name))
            .map(({ name, address, label }) => (
              <a
                key={name}
                href={address}
                aria-current={name === current ? "page" : undefined}
                className="shrink-0 border-b-2 border-transparent px-3 py-2 text-muted hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text"
              >
                {t(label)}
              </a>
            ))}
        </nav>
        {children}
      </div>
    </div>
  );
}
