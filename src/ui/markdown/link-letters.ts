/** Latin letters, each before the letters that pass for it in most typefaces (of the lists in UTS 39, those in use). */
const twins =
  "aаαᴀꭺꓮɑ bвβʙᏼꓐ cсϲςᴄꮯꓚⲥ dԁᴅꭰꓓđ eеεᴇꭼꓰ fꜰꓝ gցɢꮐꓖɡǥг hһнհʜꮋꓧħ iіιıɪꓲɨ jјյᴊꭻꓙ kкκᴋꮶꓗ lӏʟꮮꓡłⅼ mмᴍꮇꓟ nпηոɴꓠ oоοσօᴏꓳⲟø pрρᴘꮲꓑ qԛզգ rʀꓣ sѕꜱꮪꓢ tтτᴛꭲꓔŧ uυսᴜꓴ vѵνᴠꮩꓦ wԝωᴡꮃꓪ xхχꓫ yуγʏꓬ zᴢꮓꓜ";
const latinOf = new Map(
  twins.split(" ").flatMap((row) => Array.from(row.slice(1), (twin) => [twin, row.charAt(0)] as const)),
);
const strange = /[^\x20-\x7E]/gu;

/** A name as a hasty reader takes it: without marks, and in Latin letters where others pass for them. */
export const skeleton = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(strange, (letter) => latinOf.get(letter) ?? letter);

const latin = /\p{Script=Latin}/u;
// Names in Chinese, Japanese and Korean have Latin letters among their own.
const apartFromLatin =
  /[^\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]/u;

/** Whether letters of another script stand among Latin ones. */
export const isMixed = (label: string): boolean => latin.test(label) && apartFromLatin.test(label);
