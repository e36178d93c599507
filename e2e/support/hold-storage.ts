import type { Page } from "@playwright/test";

/** Lets nothing else write until what is returned is called: one transaction has every store, and is kept busy. */
export async function holdStorage(page: Page): Promise<() => Promise<void>> {
  const holder = await page.evaluateHandle(
    () =>
      new Promise<{ isHeld: boolean }>((resolve) => {
        const opening = indexedDB.open("candor");
        opening.addEventListener("success", () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const store = database.transaction(names, "readwrite").objectStore(names[0] ?? "");
          const state = { isHeld: true };
          const hold = () => {
            resolve(state);
            if (state.isHeld) store.count().addEventListener("success", hold);
            else database.close();
          };
          store.count().addEventListener("success", hold);
        });
      }),
  );
  return () =>
    holder.evaluate((state) => {
      state.isHeld = false;
    });
}
