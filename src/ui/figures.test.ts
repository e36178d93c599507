import { expect, test } from "vitest";
import { formatDuration } from "./figures.ts";

// Units as the Unicode CLDR shortens them.
test.each([
  ["en", ["17 ms", "0.6 sec", "12 sec", "3 min 5 sec"]],
  ["zh-CN", ["17毫秒", "0.6秒", "12秒", "3分钟 5秒"]],
  ["ru", ["17 мс", "0,6 с", "12 с", "3 мин 5 с"]],
])("a duration is written as the language does: %s", (locale, expected) => {
  const written = [16.2, 600, 12_900, 185_000].map((ms) => formatDuration(ms, locale));
  expect(written.map((text) => text.replaceAll(/\s/g, " "))).toEqual(expected);
});
