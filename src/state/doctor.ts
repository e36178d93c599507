import { create } from "zustand";
import { watchPermission } from "#src/ollama/probe-permission.ts";
import { testServer } from "./connection.ts";
import { useConnections } from "./connections.ts";
import { createDoctor, type Examination } from "./doctor-watch.ts";

/** How the server whose diagnosis is on screen is being examined. */
export const useDoctor = create<Examination>(() => ({ url: "", isTesting: false }));

const doctor = createDoctor({
  test: (url) => testServer(url).catch(() => undefined),
  isVisible: () => globalThis.document?.visibilityState === "visible",
  publish: (examination) => useDoctor.setState(examination, true),
});

/** Examines a server now and again and again while its diagnosis is on screen; returns how to stop. */
export function openDoctor(url: string): () => void {
  const follow = () => doctor.follow();
  const again = () => void doctor.examine();
  document.addEventListener("visibilitychange", follow);
  window.addEventListener("online", again);
  const unwatch = watchPermission(url, again);
  const unfollow = useConnections.subscribe(({ connections }) => {
    const finding = connections.get(url)?.finding;
    if (finding) doctor.hear(url, finding);
  });
  doctor.open(url);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    window.removeEventListener("online", again);
    unwatch();
    unfollow();
    if (useDoctor.getState().url === url) doctor.close();
  };
}

/** Examines the server on screen now. */
export function examineNow(): void {
  void doctor.examine();
}
