import "#src/ui/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { queryClient } from "#src/state/models.ts";
import { Messages } from "#src/ui/i18n.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Shell } from "./shell.tsx";
import { startApp } from "./start.ts";

startApp();

export function App() {
  return (
    <Messages>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          {/* The router takes the hook itself: it is how an address is read. */}
          {/* oxlint-disable-next-line react/hooks */}
          <Router hook={useHashLocation}>
            <Shell />
          </Router>
        </QueryClientProvider>
      </ErrorBoundary>
    </Messages>
  );
}
