import { hostOf } from "#src/core/connection/address.ts";
import type { Cause, CauseKind } from "#src/core/connection/causes.ts";
import type { Evidence, Page } from "#src/core/connection/probes.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** Who asked whom: of all the evidence, what is needed to word a cause. */
export type Asked = Pick<Evidence, "isOpenAi"> & { readonly page: Pick<Page, "origin"> };

export type CauseText = { readonly title: string; readonly next: string };

const withWorks = { redirect: "redirect.to", "other-path": "other-path.at" } as const;

/** Of a server that speaks OpenAI's API, what it is and what to do are said otherwise. */
const otherwise = [
  "server-down",
  "wrong-address",
  "local-only",
  "origin-refused",
  "preflight-refused",
  "proxy-down",
] as const;
const otherTitles = [...otherwise, "proxy-error"] as const;
const otherNexts = [...otherwise, "header-refused", "hangs", "speaks-http", "other-program"] as const;

/** What a cause is, and what to do about it. */
export function causeText(
  cause: Cause,
  url: string,
  { page, isOpenAi = false }: Asked,
  t: Translate,
): CauseText {
  const { origin } = page;
  const values = {
    url,
    origin,
    host: url.replace(/^https?:\/\//, ""),
    name: hostOf(url),
    status: cause.status ?? "",
    works: cause.works ?? "",
    names: cause.names?.join(", ") ?? "",
    program: programText(cause, t),
  };
  const key = keyOf(cause);
  const title = isOpenAi ? otherTitles.find((other) => other === key) : undefined;
  const next = isOpenAi ? otherNexts.find((other) => other === key) : undefined;
  return {
    title: t(title ? `doctor.openai.${title}` : `doctor.cause.${key}`, values),
    next: t(next ? `doctor.openai.${next}.next` : `doctor.cause.${key}.next`, values),
  };
}

type CauseKey = CauseKind | (typeof withWorks)[keyof typeof withWorks];

function keyOf({ kind, works }: Cause): CauseKey {
  return works !== undefined && (kind === "redirect" || kind === "other-path") ? withWorks[kind] : kind;
}

/** What answers in place of Ollama, as far as it is known. */
function programText({ program }: Cause, t: Translate): string {
  if (!program) return t("doctor.program.unknown");
  const { kind, name } = program;
  if (kind === "openai") return name ? t("doctor.program.named", { name }) : t("doctor.program.openai");
  if (kind === "page") return name ? t("doctor.program.titled", { name }) : t("doctor.program.page");
  return t(`doctor.program.${kind}`);
}
