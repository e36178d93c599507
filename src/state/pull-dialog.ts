import { create } from "zustand";

type PullDialogState = {
  readonly isOpen: boolean;
  /** What stands in its box when it opens. */
  readonly name: string;
};

export const usePullDialog = create<PullDialogState>(() => ({ isOpen: false, name: "" }));

export function openPullDialog(name = ""): void {
  usePullDialog.setState({ isOpen: true, name });
}

export function closePullDialog(): void {
  usePullDialog.setState({ isOpen: false, name: "" });
}
