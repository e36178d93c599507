import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMatches } from "./find.ts";

const found = (text: string, query: string) =>
  findMatches([text], query).map(({ start, end }) => text.slice(start, end));

describe("findMatches", () => {
  test.each([
    ["The cat and the Cat", "cat", ["cat", "Cat"]],
    ["aaaa", "aa", ["aa", "aa"]],
    ["Café, cafe\u0301 and CAFE", "cafe", ["Café", "cafe\u0301", "CAFE"]],
    ["naive", "naïve", ["naive"]],
    ["one\ntwo\u00a0three", "one two three", ["one\ntwo\u00a0three"]],
    ["Чай и ёлка", "елка", ["ёлка"]],
    ["Чай и чаи", "чай", ["Чай"]],
    ["漢字と漢字", "漢字", ["漢字", "漢字"]],
    ["한글 하나", "하", ["하"]],
    ["كِتَاب", "كتاب", ["كِتَاب"]],
    ["कि का", "का", ["का"]],
    ["İstanbul", "istanbul", ["İstanbul"]],
    ["family 👩‍👩‍👧 here", "👩", ["👩", "👩"]],
    ["a.b a+b", "a.b", ["a.b"]],
    ["Straße und STRASSE", "strasse", ["Straße", "STRASSE"]],
    ["eine Klasse", "ß", ["ss"]],
    ["Maße", "mas", []],
    ["a ﬁne oﬃce", "fine", ["ﬁne"]],
    ["a ﬁne oﬃce", "office", ["oﬃce"]],
    ["ＣＰＵ", "cpu", ["ＣＰＵ"]],
    ["ΣΊΣΥΦΟΣ", "σίσυφος", ["ΣΊΣΥΦΟΣ"]],
    ["I don’t, “really”", 'don\'t, "really"', ["don’t, “really”"]],
    ["don't", "don’t", ["don't"]],
    ["low\u2011level", "low-level", ["low\u2011level"]],
    ["soft\u00adware", "software", ["soft\u00adware"]],
    ["I \u2764\ufe0f it", "\u2764 it", ["\u2764\ufe0f it"]],
    ["I \u2764 it", "\u2764\ufe0f", ["\u2764"]],
    ["nothing", "some", []],
    ["a  b", "  ", []],
    ["text", "", []],
  ])("in %j finds %j", (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  test("matches say which text they are in", () => {
    expect(findMatches(["one", "none", ""], "one")).toEqual([
      { text: 0, start: 0, end: 3 },
      { text: 1, start: 1, end: 4 },
    ]);
  });

  // Collation of base letters by the platform is another implementation of the same wish.
  const collator = new Intl.Collator("en", { sensitivity: "base", usage: "search" });
  const letters = fc.constantFrom(..."aAbBéÉêeEnñÑoöÖuü c".split(""));

  test("are those that the platform's collation finds, looked for at every place", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 30 }),
        fc.string({ unit: letters, minLength: 1, maxLength: 3 }).filter((query) => query.trim() !== ""),
        (text, query) => {
          const naive: string[] = [];
          for (let at = 0; at + query.length <= text.length;) {
            const piece = text.slice(at, at + query.length);
            if (collator.compare(piece, query) === 0) naive.push(`${at} ${piece}`);
            at += collator.compare(piece, query) === 0 ? query.length : 1;
          }
          const matches = findMatches([text], query);
          expect(matches.map(({ start, end }) => `${start} ${text.slice(start, end)}`)).toEqual(naive);
        },
      ),
    );
  });

  test("hold whole characters and never overlap, in any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme", maxLength: 3 }),
        (text, query) => {
          let last = 0;
          for (const { start, end } of findMatches([`${query}${text}${query}`], query)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(`${query}${text}${query}`.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
            last = end;
          }
        },
      ),
    );
  });
});
