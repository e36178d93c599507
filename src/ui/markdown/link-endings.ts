import { isMixed, skeleton } from "./link-letters.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const commonEndings = setOf(
  `com net org edu gov mil int info biz io ai app dev co me tv xyz online site shop club top example uk us eu de fr nl ch at be
  es se no fi dk ca au nz br mx ru ua cn jp kr tw hk sg рф рус бел укр срб бг мкд мон қаз ελ ευ орг ком онлайн дети 中国 中國 香港 台灣
  台湾 한국 닷컴 닷넷 भारत السعودية امارات مصر ایران موقع شبكة ישראל קום ไทย հայ გე`,
);
// Less sure: a name with one of them counts when nothing stands beside it.
const countries = setOf(
  `ae al ar az ba bd bg bh bo by cl cr cu cy cz ec ee eg et ge gh gl gr hr hu ie il in iq ir it jo ke kh kw kz lb li lk lt lu lv ly ma
  mc mt my ng np om pa pe ph pk pl pr pt qa ro sa si sk th tn to tr tz ug uy uz ve vn za`,
);
const names = setOf(
  `academy accountant accountants agency amazon android apple asia auction bank banking barclays bargains bet bid blog broker business capital cards
  care careers cash casino center chase chat city claims click clinic cloud codes company computer consulting credit creditcard dating deals
  delivery dental design digital direct doctor domains download email energy engineering equipment estate exchange expert express faith
  finance financial fit foundation fun fund fyi gallery game games gift gifts global gmail gmbh google group guide guru health help
  host hosting house hsbc icu immo industries insurance insure investments jobs land law lawyer legal life link live loan loans lol ltd
  management market marketing markets media microsoft mobi money monster mortgage name network news ninja one party pay photo
  photography photos pics press pro productions promo properties property pub quest racing realestate recipes rent rentals repair report
  rest review reviews rip rocks sale school science security services sex sexy social software solutions space store stream studio
  support surgery systems tax taxi team tech technology tel tickets tips today tools tours town toys trade trading training travel
  university uno vacations ventures vip visa wang website wiki win work works world wtf youtube zone`,
);
const fileEndings = setOf(
  `md py sh rs ts tsx js jsx mjs cjs go rb pl ps cc cpp hpp cs kt vb json yaml yml toml xml html htm css txt csv pdf zip mov mp4 png
  jpg svg exe dll so lock env ini cfg conf log sql java php lua ex`,
);
/** Names of things that only look like hosts. */
const products = setOf(
  "asp.net vb.net ado.net ml.net paint.net socket.io system.net system.io java.net java.io react.email",
);
// What stands before the dot in code, and the files that end like countries.
const ofCode = setOf(
  `self this user users event app page button match re plt np pd tf torch date datetime window document console process fs os client model obj object
  array math string request req response res config player docker jquery react data item order session account node list map set
  math form field input output file files message props state store module vue`,
);
const ofFiles = /^(?:pl|in|pt)$/;
const files =
  /[\d_]|^(?:makefile|configure|manifest|config|requirements|setup|install|script|test|index|main|run|build|best|last|weights|checkpoint)\./;

const secondLevels = /[^.]\.(?:co|com|go|gov|ac|or|net|org|edu)\.([a-z]{2})$/;
const isFile = (ending: string): boolean => fileEndings.has(ending);

/** What a name among other words has to end with. `name` is in its own letters. */
export function endsAsHost(name: string, hasPath: boolean): boolean {
  const [before = "", ending = ""] = name.split(".").slice(-2);
  if (commonEndings.has(ending)) return !products.has(name);
  if (/^[a-z]*$/.test(ending)) {
    if (secondLevels.test(name) && (ending === "pl" || !isFile(ending))) return true;
    return hasPath && ending.length > 1 && ending.length < 25 && !isFile(ending);
  }
  const plain = skeleton(ending);
  if (!/^[a-z]{2,24}$/.test(plain)) return false;
  return isMixed(ending) || (commonEndings.has(plain) && /^[\x20-\x7E]*$/.test(skeleton(before)));
}

/** The same for a name that nothing stands beside. */
export function endsAsHostAlone(name: string): boolean {
  const lower = name.toLowerCase();
  const labels = lower.split(".");
  const ending = labels.at(-1) ?? "";
  if (!/^[a-z]+$/.test(ending)) return endsAsNative(name);
  if (ofCode.has(labels[0] ?? "") || products.has(lower) || (labels.at(-2) ?? "").length < 2) return false;
  if (ofFiles.test(ending)) return !files.test(lower);
  return names.has(ending) || countries.has(ending);
}

/** An ending in letters of its own, unless it may be an abbreviation, the number of a chapter, or a sentence. */
function endsAsNative(name: string): boolean {
  const labels = name.split(".");
  const ending = labels.at(-1) ?? "";
  if (ending.length > 20 || labels.some((label) => (label.match(/\p{L}/gu) ?? []).length < 2)) return false;
  if (/^[\p{Lo}\p{M}]+$/u.test(ending)) return true;
  return (
    /^[\p{Ll}\p{M}]+$/u.test(ending) &&
    !/\p{Script=Latin}/u.test(ending) &&
    /^[\x20-\x7E]+$/.test(labels[0] ?? "")
  );
}

const shared = setOf(
  `github.io gitlab.io netlify.app vercel.app pages.dev workers.dev r2.dev web.app firebaseapp.com herokuapp.com blogspot.com wordpress.com
  appspot.com run.app fly.dev onrender.com surge.sh glitch.me repl.co replit.app replit.dev ngrok.io ngrok.app ngrok-free.app
  trycloudflare.com hf.space streamlit.app myshopify.com weebly.com wixsite.com webflow.io square.site godaddysites.com substack.com
  notion.site framer.app framer.website gitbook.io readthedocs.io azurewebsites.net cloudapp.net azureedge.net windows.net
  cloudfront.net amazonaws.com s3.amazonaws.com sharepoint.com googleusercontent.com translate.goog deno.dev tumblr.com`,
);

/** Whether anybody may have a host below this one. */
export const isShared = (host: string): boolean =>
  shared.has(host) || secondLevels.test(`x.${host}`) || !host.includes(".");
