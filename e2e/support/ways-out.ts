import type { Page } from "@playwright/test";

/** Whatever the browser asks for that is not the app's own. */
export function watchWaysOut(page: Page, site: string): { requests: string[]; events: string[] } {
  const requests: string[] = [];
  const events: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${site}/`) && !/^(data|blob|about):/.test(url) && !request.failure())
      requests.push(url);
  });
  page.on("dialog", (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on("page", (opened) => events.push(`page ${opened.url()}`));
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) events.push(`navigated ${frame.url()}`);
  });
  page.on("download", (download) => events.push(`download ${download.url()}`));
  return { requests, events };
}
