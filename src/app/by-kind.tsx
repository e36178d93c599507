import type { ReactNode } from "react";
import { useAbilities } from "#src/state/abilities.ts";
import { useServer } from "#src/state/server.ts";
import { AbsentPages } from "#src/ui/present-pages.ts";
import { AbsentPage } from "./pages.ts";

const ofOllama = ["running", "pulls", "create", "health", "playground"] as const;
const none: readonly string[] = [];
const memory = ["running"] as const;

export type NativePageName = (typeof ofOllama)[number];

function useAbsentPages(): readonly string[] {
  const server = useServer((state) => state.url);
  const abilities = useAbilities(({ known }) => known.get(server));
  if (abilities?.kind === "openai") return ofOllama;
  return abilities && !abilities.hasMemory ? memory : none;
}

/** Tells all pages which of them the server in use has nothing for. */
export function PresentPages({ children }: { children: ReactNode }) {
  return <AbsentPages value={useAbsentPages()}>{children}</AbsentPages>;
}

/** A page about what only Ollama does; for the address of one that is absent, a sentence that says why. */
export function NativeOnly({ page, children }: { page: NativePageName; children: ReactNode }) {
  const isServerKnown = useServer((state) => state.url !== "");
  const isAbsent = useAbsentPages().includes(page);
  // What is done there is done to a server: it waits until it is known which one is meant.
  if (!isServerKnown) return null;
  return isAbsent ? <AbsentPage page={page} /> : children;
}

/** A page that a server that speaks OpenAI's API has in another form. */
export function ByKind({ openai, children }: { openai: ReactNode; children: ReactNode }) {
  const server = useServer((state) => state.url);
  const isOpenAi = useAbilities(({ known }) => known.get(server)?.kind === "openai");
  if (server === "") return null;
  return isOpenAi ? openai : children;
}
