import { buildFiles } from "./build-files.ts";
import { base } from "./caches.ts";
import { answerFile, answerOlder, bringBuild } from "./files.ts";
import { answerConfig, keepFirstConfig } from "./kept-config.ts";
import { routeOf } from "./route.ts";
import { takeOver } from "./tenants.ts";
import { keepHouse } from "./upkeep.ts";
import { scope } from "./worker-scope.ts";

// Keeps the files of one build and answers for nothing else (docs/decisions/009-service-worker.md).

scope.addEventListener("install", (event) => event.waitUntil(bringBuild()));

scope.addEventListener("activate", (event) =>
  event.waitUntil(
    takeOver()
      .then(keepFirstConfig)
      .catch(() => undefined),
  ),
);

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const keep = (work: Promise<unknown>) => event.waitUntil(work);
  const route = routeOf(request, base, (path) => buildFiles.has(path));
  const file = route.type === "file" ? buildFiles.get(route.path) : undefined;
  if (file) event.respondWith(answerFile(file, request, keep));
  else if (route.type === "older") event.respondWith(answerOlder(request));
  else if (route.type === "config") event.respondWith(answerConfig(request, keep));
});

scope.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(scope.skipWaiting());
  // Without a network there is nothing to look after.
  if (event.data === "opened") event.waitUntil(keepHouse().catch(() => undefined));
});
