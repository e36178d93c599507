import { type ReactNode, useContext, useEffect, useRef } from "react";
import { type MessageKey, useT } from "./i18n.tsx";
import { AbsentPages } from "./present-pages.ts";
import "./models-frame.css";

const pages = [
  { name: "library", address: "#/models", label: "library.title" },
  { name: "running", address: "#/running", label: "running.title" },
  { name: "pulls", address: "#/pulls", label: "pulls.title" },
  { name: "create", address: "#/create", label: "create.title" },
  { name: "health", address: "#/health", label: "health.title" },
  { name: "playground", address: "#/playground", label: "playground.title" },
] as const satisfies readonly { name: string; address: string; label: MessageKey }[];

export type ModelsPageName = (typeof pages)[number]["name"];

export type ModelsFrameProps = {
  /** Absent where the page is none of them. */
  current?: ModelsPageName;
  /** The page is about one thing of the current one's. */
  isPart?: boolean;
  children: ReactNode;
};

/** What all pages about models stand in: their head, and the way from one to the other. */
export function ModelsFrame({ current, isPart = false, children }: ModelsFrameProps) {
  const t = useT();
  const absent = useContext(AbsentPages);
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    // In the middle, so that what follows shows on both sides.
    tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, []);
  return (
    <div className="h-full overflow-y-auto px-4 pt-6 pb-12">
      <div className="mx-auto max-w-6xl">
        <h2 className="text-title font-semibold">{t("library.models")}</h2>
        <nav
          ref={tabs}
          aria-label={t("library.pages")}
          className="models-tabs mt-3 mb-6 flex gap-1 overflow-x-auto border-b border-line"
        >
          {pages
            .filter(({ name }) => !absent.includes(name))
            .map(({ name, address, label }) => (
              <a
                key={name}
                href={address}
                aria-current={name === current ? (isPart ? "true" : "page") : undefined}
                className="shrink-0 border-b-2 border-transparent px-3 py-2 pointer-coarse:py-3 text-muted hover:text-text [&[aria-current]]:border-accent [&[aria-current]]:font-medium [&[aria-current]]:text-text"
              >
                {/* What a server without downloads lists is not installed there by anybody. */}
                {t(name === "library" && absent.includes("pulls") ? "library.models" : label)}
              </a>
            ))}
        </nav>
        {children}
      </div>
    </div>
  );
}
