import { CompletionFormView } from "./completion-form-view.tsx";
import { PastRuns } from "./past-runs.tsx";
import { ResultView } from "./result-view.tsx";

/** A completion with everything that can be set, and where its time went. */
export function CompletionPanel() {
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
      <CompletionFormView />
      <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-0">
        <ResultView />
        <PastRuns />
      </div>
    </div>
  );
}
