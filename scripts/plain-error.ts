/** An error whose message is all that the person at the terminal needs: it is printed without a stack. */
export class PlainError extends Error {
  override name = "PlainError";
}
