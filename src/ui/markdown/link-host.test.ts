import { describe, expect, it } from "vitest";
import { isLookAlike, readableHost } from "./link-host.ts";

const isStrange = (host: string) => isLookAlike(new URL(`https://${host}`).hostname);

describe("hosts that pass for others", () => {
  it.each([
    "раураl.com",
    "\u0261oogle.com",
    "ıcloud.com",
    "ḷogin.com",
    "paypạl.com",
    "ǥoogle.com",
    "ցոօց.com",
    "օօօ.com",
    "ꓖꓳꓳꓖꓡꓰ.com",
    "ᏢᎪ.com",
    "g०ogle.com",
    "bank.c\u0335om",
    "google·com.evil.com",
    "google.com・x.evil.com",
    "ԍооԍӏе.com",
    "google.com.ノ.evil.com",
    ...Array.from("ノﾉ⼃丿ᐟ〳ㅣ", (stroke) => `google.com${stroke}.evil.com`),
  ])("%s", (host) => {
    expect(isStrange(host)).toBe(true);
  });
});

describe("hosts that pass for no other", () => {
  it.each([
    "münchen.de",
    "президент.рф",
    "例え.jp",
    "東京.jp",
    "한국.kr",
    "日本語ab.com",
    "ノート.jp",
    "việtnam.vn",
    "kadın.tr",
    "paral·lel.cat",
    "हिन्दी.com",
  ])("%s", (host) => {
    expect(isStrange(host)).toBe(false);
  });
});

describe("hosts in their own letters", () => {
  // Section 7.1 of RFC 3492, and what the platform's own encoder makes of names.
  it("decodes the examples of the standard", () => {
    expect(readableHost("xn--egbpdaj6bu4bxfgehfvwxn")).toBe("ليهمابتكلموشعربي؟");
    expect(readableHost("xn--ihqwcrb4cv8a8dqg056pqjye")).toBe("他们为什么不说中文");
    expect(readableHost("xn--PorqunopuedensimplementehablarenEspaol-fmd56a".toLowerCase())).toBe(
      "porquénopuedensimplementehablarenespañol",
    );
  });

  it.each(["münchen.de", "пример.рф", "日本語.jp", "faß.example", "ελληνικά.gr", "😀.example"])(
    "decodes what the platform encodes: %s",
    (host) => {
      expect(readableHost(new URL(`https://${host}`).hostname)).toBe(host);
    },
  );

  it("leaves what is none", () => {
    expect(readableHost("xn--.example")).toBe("xn--.example");
    expect(readableHost("xn--999999999.example")).toBe("xn--999999999.example");
  });
});
