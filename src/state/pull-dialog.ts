import { create } from "zustand";

type PullDialogState = {
  readonly isOpen: boolean;
  /** What stands in its box. */
  readonly name: string;
};

export const usePullDialog = create<PullDialogState>(() => ({ isOpen: false, name: "" }));

export function openPullDialog(name = ""): void {
  usePullDialog.setState({ isOpen: true, name });
}

export function typePullName(name: string): void {
  usePullDialog.setState({ name });
}

export function closePullDialog(): void {
  usePullDialog.setState({ isOpen: false, name: "" });
}
