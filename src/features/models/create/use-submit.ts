import { useEffect, useState } from "react";
import type { CreateDraft } from "#src/core/models/create-draft.ts";
import {
  checkCreate,
  type CreateFault,
  type CreateRequest,
  type CreateUploads,
} from "#src/core/models/create-request.ts";
import type { NameFault } from "#src/core/models/name.ts";
import { isInstalled, startCreate, useCreates } from "#src/state/creates.ts";
import { createKey, isMaking } from "#src/state/creates-view.ts";
import { useServer } from "#src/state/server.ts";
import type { BaseView } from "./use-base.ts";

type Submission = {
  readonly draft: CreateDraft;
  /** Absent while the Modelfile has faults. */
  readonly meant: CreateDraft | undefined;
  readonly uploads: CreateUploads | null;
  readonly from: BaseView;
  /** Of what is to be quantised; empty where unknown. */
  readonly quantization: string;
  /** Nothing of the draft need be kept any more. */
  readonly forget: () => void;
};

/** A create that waits for the user's word. */
type Question = {
  readonly request: CreateRequest;
  /** The name is taken; else nobody knows, since the server did not give its list. */
  readonly isThere: boolean;
};

/** Checks what is typed, asks before it overwrites, and has it made. */
export function useSubmit({ draft, meant, uploads, from, quantization, forget }: Submission) {
  const server = useServer((state) => state.url);
  const creates = useCreates((state) => state.creates);
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState<Question>();
  const [sent, setSent] = useState<{ readonly key: string; readonly draft: CreateDraft }>();
  const [isChecking, setIsChecking] = useState(false);

  const shown = meant ?? draft;
  const checked = checkCreate({
    name: draft.name,
    fields: shown.fields,
    ...(shown.source === "files" && { uploads }),
    quantize: draft.quantize,
    quantization,
    baseLicenses: from.licenses,
  });
  const faults = checked.ok ? [] : checked.faults;
  const view = checked.ok ? creates.get(createKey(server, checked.request.model)) : undefined;
  const isMade = sent?.draft === draft && creates.get(sent.key)?.status === "done";

  useEffect(() => {
    if (isMade) forget();
  }, [isMade, forget]);

  function send(request: CreateRequest): void {
    setSent({ key: startCreate(request, server), draft });
    setTries(0);
  }

  async function submit(): Promise<void> {
    if (!checked.ok || !meant) {
      setTries(tries + 1);
      return;
    }
    if (isChecking || (view && isMaking(view))) return;
    setIsChecking(true);
    const isThere = await isInstalled(checked.request.model, server);
    setIsChecking(false);
    if (isThere === false) send(checked.request);
    else setAsking({ request: checked.request, isThere: isThere === true });
  }

  return {
    submit,
    /** How often it was tried in vain: a number that moves the focus. */
    tries,
    isTried: tries > 0,
    faults,
    hasFault: (field: CreateFault["field"]) => tries > 0 && faults.some((fault) => fault.field === field),
    faultOf(field: "name" | "from"): NameFault | undefined {
      if (tries === 0) return undefined;
      return faults.flatMap((fault) => (fault.field === field ? [fault.fault] : []))[0];
    },
    isMaking: view !== undefined && isMaking(view),
    /** Asks whether the name is free. */
    isChecking,
    asking,
    answer(isYes: boolean): void {
      setAsking(undefined);
      if (isYes && asking) send(asking.request);
    },
  };
}
