import type { Cause } from "#src/core/connection/causes.ts";
import { stateOf } from "#src/core/connection/finding.ts";
import type { Examination } from "#src/state/doctor-watch.ts";
import type { Translate } from "#src/ui/i18n.tsx";
import { causeText } from "./doctor-cause-text.ts";
import { resultText } from "./doctor-steps.tsx";
import { findingText } from "./finding-text.ts";

/**
 * A diagnosis as text, to be handed to somebody else: what was asked, what came, what follows. It has names of headers but no
 * values, of what a server answered no more than its status and version, and of paths no part that may be a secret.
 */
export function reportText(examination: Examination, userAgent: string, t: Translate): string {
  const { finding, url, testedAt } = examination;
  if (!finding) return "";
  const { title, values } = findingText(finding, url);
  const { evidence, causes = [] } = finding;
  const origin = evidence?.page.origin ?? "";
  const lines = [
    t("doctor.report"),
    `Server: ${url}`,
    `Page: ${origin}`,
    `Browser: ${userAgent}`,
    ...(testedAt === undefined ? [] : [`Time: ${new Date(testedAt).toISOString()}`]),
    "",
    `State: ${stateOf(finding)} (${finding.kind}): ${t(title, values)}`,
    ...causes.map(
      (cause) =>
        `- ${cause.certainty}: ${cause.kind}: ${causeText(untitled(cause), url, evidence ?? nowhere, t).title}`,
    ),
    "",
    ...(evidence?.steps ?? []).map((step) => {
      const headers = step.headers.length > 0 ? ` [${step.headers.join(", ")}]` : "";
      const result = resultText(step, t);
      return `${step.name}: ${step.method} ${step.server}${step.path}${headers} -> ${result}, ${Math.round(step.ms)} ms`;
    }),
    ...(evidence?.permission ? [`permission: ${evidence.permission}`] : []),
    ...(evidence?.isOffline ? ["offline"] : []),
    ...(evidence?.isForbidden ? ["forbidden by the page's policy"] : []),
  ];
  return `${withoutSecrets(lines.join("\n"), url)}\n`;
}

const nowhere = { page: { origin: "" } };

/** A page's title may greet a person by name. */
function untitled(cause: Cause): Cause {
  return cause.program?.kind === "page" ? { ...cause, program: { kind: "page" } } : cause;
}

/** Some put a token into the path of an address: what is long there is left out, wherever that path stands. */
export function withoutSecrets(text: string, url: string): string {
  const path = url.replace(/^https?:\/\/[^/]*/, "");
  return path === "" ? text : text.replaceAll(path, path.replace(/[^/]{16,}/g, "…"));
}
