const iso = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;
const yearFirst = /^(?<year>\d{4})[./年] ?(?<month>\d{1,2})[./月] ?(?<day>\d{1,2})日?$/;
const dayFirst = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/;
const named =
  /^(?:(?<before>\d{1,2})(?:st|nd|rd|th)? )?(?<name>[a-z]{3})[a-z]{0,6}\.?(?: (?<after>\d{1,2})(?:st|nd|rd|th)?,?)?,? (?<year>\d{4})$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * When a date is, in milliseconds since 1970: `2024-02-29` with or without a time, `2024/2/29`, `29.2.2024`, `29 Feb 2024`,
 * `February 29, 2024`, `Feb 2024`, `2024年2月29日`. Undefined for other text, and for `2/3/2024`, which is two days.
 */
export function dateValue(text: string): number | undefined {
  if (iso.test(text)) return validTime(Date.parse(text.replace(" ", "T")));
  const found = (yearFirst.exec(text) ?? dayFirst.exec(text) ?? named.exec(text))?.groups;
  if (!found) return undefined;
  const { year, name, day = found["before"] ?? found["after"] ?? "1" } = found;
  const month = name === undefined ? Number(found["month"]) : months.indexOf(name.toLowerCase()) + 1;
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return validTime(Date.UTC(Number(year), month - 1, Number(day)));
}

const validTime = (time: number): number | undefined => (Number.isNaN(time) ? undefined : time);
