import { useCallback, useState } from "react";

/** How the lines of a block are shown. */
export interface CodeLook {
  readonly isWrapped: boolean;
  readonly isNumbered: boolean;
}

let latest: CodeLook = { isWrapped: false, isNumbered: false };

/** A block's own look. It begins with what was chosen last, until the page is closed. */
export function useCodeLook(): [CodeLook, (look: CodeLook) => void] {
  const [look, setLook] = useState(latest);
  const choose = useCallback((chosen: CodeLook) => {
    latest = chosen;
    setLook(chosen);
  }, []);
  return [look, choose];
}
