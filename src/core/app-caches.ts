/** How the names of the app's caches begin. `folder` is the path of the app on its host: another folder is another app. */
export const cachePrefix = (folder: string): string => `candor ${folder} `;
