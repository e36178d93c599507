/** A formula in a line, as TeX. */
export function InlineMath({ tex }: { tex: string }) {
  return <code className="markdown-inline-code">{tex}</code>;
}

/** A formula on lines of its own, as TeX. */
export function DisplayMath({ tex }: { tex: string }) {
  return <pre tabIndex={-1}>{tex}</pre>;
}
