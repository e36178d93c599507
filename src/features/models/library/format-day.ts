const formats = new Map<string, Intl.DateTimeFormat>();

/** `3 May 2026`, as the language writes it. A formatter costs more than a row may, so each is made once. */
export function formatDay(time: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
    formats.set(locale, format);
  }
  return format.format(time);
}
