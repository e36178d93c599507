export function CompletionPanel() {
  return null;
}
