/** The words of a message whose looks nobody can see yet. */
export function FarText({ text }: { text: string }) {
  return (
    <div data-part="body" dir="auto" className="text-reading whitespace-pre-wrap wrap-anywhere">
      {text}
    </div>
  );
}
