import type { ModelfileFault, ModelfileNote } from "#src/core/models/modelfile-fault.ts";
import { parameterOf, rangeOf } from "#src/core/models/parameter-reference.ts";
import type { Translate } from "#src/ui/i18n.tsx";
import { parameterFaultText } from "./parameter-text.ts";

/** What is wrong in a line of a Modelfile, and what would be right. */
export function modelfileFaultText(fault: ModelfileFault, t: Translate, locale: string): string {
  switch (fault.kind) {
    case "unknown-instruction":
      return t("create.text.unknownInstruction", { word: fault.word });
    case "no-value":
      return t(fault.word === "from" ? "create.text.noFrom" : "create.text.noValue", {
        word: fault.word.toUpperCase(),
      });
    case "unterminated":
      return t("create.text.unterminated", { word: fault.word.toUpperCase(), quote: fault.quote });
    case "missing-from":
      return t("create.text.noFrom");
    case "second-from":
      return t("create.text.secondFrom", { name: fault.name });
    case "name":
      return t(`models.nameFault.${fault.fault}`);
    case "path":
      return t("create.text.path", { path: fault.path });
    case "file":
      return t(fault.word === "adapter" ? "create.text.adapter" : "create.text.file", {
        word: fault.word.toUpperCase(),
      });
    case "unknown-parameter":
      return t("create.text.unknownParameter", { name: fault.name });
    case "parameter": {
      const reference = parameterOf(fault.name);
      const range = reference ? rangeOf(reference) : { least: 0, most: 0 };
      return `${fault.name} ${fault.typed}: ${parameterFaultText(fault.fault, range, t, locale)}`;
    }
    case "role":
      return t("create.text.role", { role: fault.role });
    case "requires":
      return t("create.fault.requires");
  }
}

/** What was understood otherwise than it stands there. */
export function modelfileNoteText(note: ModelfileNote, t: Translate): string {
  switch (note.kind) {
    case "replaced":
      return t("create.text.replaced", { name: note.base });
    case "files":
      return t("create.text.files", { path: note.path });
    case "comes-along":
      return t("create.text.comesAlong", { word: note.word.toUpperCase() });
    case "deprecated":
      return t("create.text.deprecated", { name: note.name });
    case "repeated":
      return t("create.text.repeated", { word: note.word });
  }
}
