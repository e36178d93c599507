import type { ImportFault } from "#src/core/conversation/import.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** Why a file was refused, in words, with the place where there is one. */
export function importFaultText(fault: ImportFault, t: Translate): string {
  switch (fault.kind) {
    case "not-json":
    case "wrong-format":
      return t(`settings.fault.${fault.kind}`);
    case "newer":
      return t("settings.fault.newer", { version: fault.version });
    case "wrong-field":
      return t("settings.fault.wrong-field", { path: fault.path, expected: fault.expected });
    case "missing-parent":
    case "cycle":
    case "duplicate-id":
      return t(`settings.fault.${fault.kind}`, { path: fault.path });
  }
}
