/** Notices whether the page's own policy (CSP) stops a request to a server; `stop` says so, and stops noticing. */
export function watchPolicy(server: string): { readonly stop: () => boolean } {
  let isForbidden = false;
  const notice = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // Of another origin only that is told, not the path.
    if (
      effectiveDirective === "connect-src" &&
      server.startsWith(blockedURI.replace(/\/$/, "").slice(0, server.length))
    )
      isForbidden = true;
  };
  const target = globalThis.document;
  target?.addEventListener("securitypolicyviolation", notice);
  return {
    stop: () => {
      target?.removeEventListener("securitypolicyviolation", notice);
      return isForbidden;
    },
  };
}
