/** Who an Ollama server is at ollama.com. */
export type Account =
  | { readonly status: "signed-in"; readonly name: string }
  /** `signinUrl` links the server's key to an account; absent where the server names none. */
  | { readonly status: "signed-out"; readonly signinUrl?: string }
  /** The server does not reach ollama.com. */
  | { readonly status: "offline" };
