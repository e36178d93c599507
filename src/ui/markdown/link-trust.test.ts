import { describe, expect, it } from "vitest";
import { linkAddress } from "./address.ts";
import { readableHost } from "./link-host.ts";
import { doubtOf } from "./link-trust.ts";

const ask = (words: string, address: string) => doubtOf(words, address, linkAddress(address) ?? "")?.reason;

describe("links that do not ask", () => {
  it.each([
    ["docs", "https://evil.example/login"],
    ["example.com", "https://example.com/path"],
    ["www.example.com", "https://example.com/"],
    ["example.com", "https://www.example.com/"],
    ["Example.COM.", "https://example.com/"],
    ["https://example.com/a?b#c", "https://example.com/a?b#c"],
    ["http://example.com", "https://example.com/"],
    ["wikipedia.org", "https://en.wikipedia.org/wiki/Link"],
    ["see example.com for more", "https://example.com/more"],
    ["README.md", "https://github.com/a/b"],
    ["file.ts", "https://github.com/a/b"],
    ["node.js", "https://nodejs.org/"],
    ["Node.js/Express", "https://expressjs.com/"],
    ["ASP.NET Core", "https://learn.microsoft.com/"],
    ["e.g.", "https://a.example/"],
    ["i.e. this", "https://a.example/"],
    ["main.rs and lib.rs", "https://a.example/"],
    ["src/app.ts", "https://a.example/"],
    ["build.sh/run.py", "https://a.example/"],
    ["3.14", "https://a.example/"],
    ["v1.2.3", "https://a.example/"],
    ["and/or", "https://a.example/"],
    ["@types/node", "https://npmjs.com/"],
    ["你好。世界", "https://a.example/"],
    ["т.е. и т.д.", "https://a.example/"],
    ["a@b.com", "mailto:a@b.com"],
    ["mailto:a@b.com", "mailto:a@b.com"],
    ["write to A@B.com", "mailto:a@b.com?subject=x"],
    ["a@münchen.de", "mailto:a@münchen.de"],
    ["Наш сайт", "https://пример.рф/"],
    ["пример.рф", "https://xn--e1afmkfd.xn--p1ai/"],
    ["München", "https://münchen.de/"],
    ["東京", "https://東京.jp/"],
    ["👩‍👩‍👧 family", "https://a.example/"],
    ["می‌خواهم", "https://a.example/"],
    ["localhost:11434", "http://localhost:11434/"],
    ["127.0.0.1:80", "http://127.0.0.1:80/"],
    ["Site: example.com", "https://example.com/"],
    ["Site:example.com", "https://example.com/"],
    ["网站：example.com。", "https://example.com/"],
    ["见example.com。谢谢", "https://example.com/"],
    ["example.com™", "https://example.com/"],
    ["example.com ✅", "https://example.com/"],
    ["//example.com/a", "https://example.com/a"],
    ["https://example.com/a,b;c=d|e", "https://example.com/a"],
    ["https://a.example/,bank.com", "https://a.example/,bank.com"],
    ["https://…", "https://a.example/"],
    ["Mail:a@b.com", "mailto:a@b.com"],
    ["@user@example.org", "https://example.org/@user"],
    ["日本語ab.com", "https://日本語ab.com/"],
    ["std::io::Error", "https://a.example/"],
    ["Applications/Safari.app", "https://a.example/"],
    ["C++17 & C#", "https://a.example/"],
    ["50% … 3:30", "https://a.example/"],
    ["使用ASP.NET的", "https://a.example/"],
    ["HTTP/2 over https:", "https://a.example/"],
    ["H₂O, x², 1½", "https://a.example/"],
  ])("%s → %s", (words, address) => {
    expect(ask(words, address)).toBeUndefined();
  });
});

describe("links that ask", () => {
  it.each([
    ["https://bank.example", "https://evil.example/", "other-address"],
    ["bank.com", "https://evil.example/", "other-address"],
    ["www.bank.zz", "https://evil.example/", "other-address"],
    ["bank.zz/login", "https://evil.example/", "other-address"],
    ["Log in at https://bank.example now", "https://evil.example/", "other-address"],
    ["(https://bank.example)", "https://evil.example/", "other-address"],
    ["https://bank.example", "https://bank.example.evil.example/", "other-address"],
    ["https://bank.example", "https://sub.bank.example/", "other-address"],
    ["bank.com", "https://notbank.com/", "other-address"],
    ["https://bank.example@evil.example", "https://evil.example/", undefined],
    ["https://evil.example@bank.example", "https://evil.example/", "other-address"],
    ["ｂａｎｋ．com", "https://evil.example/", "other-address"],
    ["bank。com", "https://evil.example/", "other-address"],
    ["bank\u00AD.com", "https://evil.example/", "hidden-characters"],
    ["192.168.0.1", "https://evil.example/", "other-address"],
    ["http://localhost:3000", "http://localhost:8080/", "other-address"],
    ["a@bank.com", "mailto:a@evil.com", "other-address"],
    ["a@bank.com", "https://evil.example/", "other-address"],
    ["https://bank.example", "mailto:a@evil.example", "other-address"],
    ["docs", "https://bank.example@evil.example/", "user-info"],
    ["docs", "https://bank.example:443@evil.example/", "user-info"],
    ["docs", "https://bank.example%2F@evil.example/", "user-info"],
    ["docs\u202E", "https://evil.example/", "hidden-characters"],
    ["do\u200Bcs", "https://evil.example/", "hidden-characters"],
    ["docs", "https://evil.example/\u202Egpj.exe", "hidden-characters"],
    ["docs", "https://ev\u00ADil.example/", "hidden-characters"],
    // The first letter is Cyrillic, as in the well-known proof of 2017.
    ["Apple", "https://www.xn--80ak6aa92e.com/", "look-alike"],
    ["docs", "https://раураl.com/", "look-alike"],
    ["docs", "https://\u0261oogle.com/", "look-alike"],
    ["paypal.com", "https://pаypal.com/", "other-address"],
    // Marks that pass for those of an address.
    ["paypal\u2024com", "https://evil.com", "other-address"],
    ["https://paypal\u2024com", "https://evil.com", "other-address"],
    ["paypal\uFF0Ecom", "https://evil.com", "other-address"],
    ["paypal\uFF61com", "https://evil.com", "other-address"],
    ["paypal\uA4F8com", "https://evil.com", "other-address"],
    ["https:\uFF0F\uFF0Fpaypal.com", "https://evil.com", "other-address"],
    ["https:\u2044\u2044paypal.com", "https://evil.com", "other-address"],
    ["https:\u2215\u2215paypal.com", "https://evil.com", "other-address"],
    ["https\uFF1A//paypal.com", "https://evil.com", "other-address"],
    ["https\u2236//bank.zz", "https://evil.com", "other-address"],
    ["https:\\\\bank.zz", "https://evil.com", "other-address"],
    ["https:paypal.com", "https://evil.com", "other-address"],
    ["https:/bank.zz", "https://evil.com", "other-address"],
    ["//paypal.com", "https://evil.com", "other-address"],
    ["//bank.zz/login", "https://evil.com", "other-address"],
    ["https://bank.com\u2044x.evil.com/", "https://bank.com\u2044x.evil.com/", "other-address"],
    ["docs", "https://bank.com\u2044x.evil.com/", "look-alike"],
    // What stands beside an address.
    ["paypal.com✅", "https://evil.com", "other-address"],
    ["paypal.com™", "https://evil.com", "other-address"],
    ["paypal.com²", "https://evil.com", "other-address"],
    ["paypal.comᵗᵐ", "https://evil.com", "other-address"],
    ["paypal.com→", "https://evil.com", "other-address"],
    ["paypal.com|login", "https://evil.com", "other-address"],
    ["paypal.com›login", "https://evil.com", "other-address"],
    ["paypal.com…login", "https://evil.com", "other-address"],
    ["paypal.com,login", "https://evil.com", "other-address"],
    ["paypal.com:login", "https://evil.com", "other-address"],
    ["Visit:paypal.com", "https://evil.com", "other-address"],
    ["Смотри:пример.рф", "https://evil.com", "other-address"],
    ["访问paypal.com登录", "https://evil.com", "other-address"],
    ["网站：paypal.com", "https://evil.com", "other-address"],
    ["paypal.comを開く", "https://evil.com", "other-address"],
    ["ⓟⓐⓨⓟⓐⓛ.com", "https://evil.com", "other-address"],
    // Addresses that cannot be read.
    ["https://paypal%.com", "https://evil.com", "other-address"],
    ["https://paypal.zz:login", "https://evil.com", "other-address"],
    ["www.paypal%.zz", "https://evil.com", "other-address"],
    ["www.paypal.zz:login", "https://evil.com", "other-address"],
  ])("%j → %j: %s", (words, address, reason) => {
    expect(ask(words, address)).toBe(reason);
  });

  it("says where it leads in the form that browsers use, and in its own letters", () => {
    expect(doubtOf("Apple", "", "https://www.xn--80ak6aa92e.com/")).toEqual({
      reason: "look-alike",
      host: "www.xn--80ak6aa92e.com",
      readable: "www.аррӏе.com",
    });
    expect(doubtOf("https://a.example", "", "https://b.example:8443/")).toEqual({
      reason: "other-address",
      host: "b.example:8443",
      readable: undefined,
    });
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
