import { setupI18n } from "@lingui/core";
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import type { englishPages } from "./messages/en-pages.ts";
import type { englishTranscript } from "./messages/en-transcript.ts";
import { english } from "./messages/en.ts";

export type MessageKey = keyof typeof english | keyof typeof englishTranscript | keyof typeof englishPages;
export type MessageValues = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;
export type Language = "en" | "zh-CN" | "ru";

const catalogue = setupI18n();
catalogue.load("en", english);
catalogue.activate("en");

/** Loads a language's messages and shows them; English is always there. */
export async function showLanguage(language: Language): Promise<void> {
  if (language === "zh-CN") catalogue.load(language, (await import("./messages/zh-cn.ts")).chinese);
  if (language === "ru") catalogue.load(language, (await import("./messages/ru.ts")).russian);
  catalogue.activate(language);
  document.documentElement.lang = language;
}

/** Loads the English texts of messages; the other languages come whole. */
export async function loadTranscriptTexts(): Promise<void> {
  catalogue.load("en", (await import("./messages/en-transcript.ts")).englishTranscript);
}

/** Loads the English texts of pages, some of which show messages or errors. */
export async function loadPageTexts(): Promise<void> {
  const [{ englishPages }] = await Promise.all([import("./messages/en-pages.ts"), loadTranscriptTexts()]);
  catalogue.load("en", englishPages);
}

/** The first of the browser's languages that has a catalogue. */
export function languageOfBrowser(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^en\b/i.test(tag)) return "en";
    if (/^zh\b/i.test(tag)) return "zh-CN";
    if (/^ru\b/i.test(tag)) return "ru";
  }
  return "en";
}

// Names and errors come from servers, and what is in them may reorder no word of ours.
const controlsOfDirection = /[\u202A-\u202E\u2066-\u2069]/g;

function translate(key: MessageKey, values?: MessageValues): string {
  return catalogue._(key, values).replace(controlsOfDirection, "\uFFFD");
}

const Shown = createContext<{ readonly locale: string; readonly t: Translate }>({
  locale: "en",
  t: translate,
});

const onChange = (listener: () => void) => catalogue.on("change", listener);
const shownLocale = () => catalogue.locale;

/**
 * Gives the texts to all that is inside. That more of them were loaded draws nothing again: what shows them is drawn when they are
 * there.
 */
export function Messages({ children }: { children: ReactNode }) {
  const locale = useSyncExternalStore(onChange, shownLocale, shownLocale);
  const shown = useMemo(
    () => ({ locale, t: (...message: Parameters<Translate>) => translate(...message) }),
    [locale],
  );
  return <Shown value={shown}>{children}</Shown>;
}

/** The text of a message in the language on screen. A new function after a change of language, and only then. */
export function useT(): Translate {
  return useContext(Shown).t;
}

/** The language on screen as a BCP 47 tag, for `Intl`. */
export function useLocale(): string {
  return useContext(Shown).locale;
}
