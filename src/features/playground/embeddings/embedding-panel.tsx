export function EmbeddingPanel() {
  return null;
}
