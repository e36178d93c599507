/** What a reply consists of: where it opens, and a unit of it by its number. It can go on for ever and stays one piece. */
interface Writing {
  readonly opening: string;
  unit(index: number): string;
}

const sentence = "The river turns past old stones and carries its light through quiet fields toward evening.";
const words = sentence.toLowerCase().replace(".", "").split(" ");
const depth = 20;

function word(index: number): string {
  return words[index % words.length] ?? "";
}

function functionOf(index: number): string {
  return [
    `export function ${word(index)}${index}(value: number, name = "${word(index + 3)}"): string {`,
    `  const next = value * ${index} + ${index % 7}; // ${word(index + 1)} and ${word(index + 2)}`,
    `  if (next > 100) return \`\${name}: \${next}\`;`,
    `  return name.toUpperCase();`,
    "}",
    "",
    "",
  ].join("\n");
}

function tableRow(index: number): string {
  return `| ${index + 1} | ${word(index)} ${word(index + 4)} | **${word(index + 2)}** | \`${(index * 7) % 101}\` |\n`;
}

/** As a helpful model writes: a heading, prose, a list, code and a table in turn. */
const mixedUnits: readonly ((index: number) => string)[] = [
  (index) => `\n\n## ${index + 1}. ${word(index)} and ${word(index + 5)}\n\n`,
  (index) =>
    `${sentence} Here **${word(index)}** matters more than *${word(index + 1)}*, see \`${word(index + 2)}()\`. ${sentence}\n\n`,
  (index) =>
    `- ${sentence}\n- ${word(index)} with [a link](https://example.org/${index})\n  - ${word(index + 1)} below it\n- the last\n\n`,
  (index) => `\`\`\`ts\n${functionOf(index)}\`\`\`\n\n`,
  (index) =>
    `> ${sentence}\n\n${sentence} ${sentence}\n\n1. ${word(index)}\n2. ${word(index + 1)} and more\n3. ${sentence}\n\n`,
  (index) =>
    `| # | what | how | much |\n| -: | --- | --- | --- |\n${tableRow(index)}${tableRow(index + 1)}${tableRow(index + 2)}\n\n`,
];

export const shapes = {
  prose: {
    opening: "",
    unit: (index: number) =>
      `Sentence ${index + 1} of **${word(index)}** and ${word(index + 3)}. ${sentence}${index % 4 === 3 ? "\n\n" : " "}`,
  },
  code: { opening: "\n\n```ts\n", unit: functionOf },
  table: { opening: "\n\n| # | what | how | much |\n| -: | --- | --- | --- |\n", unit: tableRow },
  list: { opening: "\n\n", unit: (index: number) => `- Item ${index + 1} of **${word(index)}**\n` },
  nested: {
    opening: `\n\n${Array.from({ length: depth }, (_, level) => `> > ${"  ".repeat(level)}- level ${level + 1}\n`).join("")}`,
    unit: (index: number) => `> > ${"  ".repeat(depth)}- item ${index + 1} of *${word(index)}*\n`,
  },
  mixed: {
    opening: "",
    unit: (index: number) =>
      mixedUnits[index % mixedUnits.length]?.(Math.floor(index / mixedUnits.length)) ?? "",
  },
} satisfies Record<string, Writing>;

export type Shape = keyof typeof shapes;

/** Tokens as a model's, up to six characters long, without an end. */
export function* tokensOf(shape: Shape): Generator<string, never> {
  const { opening, unit } = shapes[shape];
  yield* cut(opening);
  for (let index = 0; ; index += 1) yield* cut(unit(index));
}

/** The next tokens of them. */
export function take(tokens: Generator<string, never>, count: number): string[] {
  return Array.from({ length: count }, () => tokens.next().value);
}

/** Whole units from a number on, until there are so many tokens. */
export function textOf(shape: Shape, from: number, tokens: number): { text: string; to: number } {
  let [text, to] = ["", from];
  while (cut(text).length < tokens) text += shapes[shape].unit(to++);
  return { text, to };
}

function cut(text: string): readonly string[] {
  return text.match(/\s*\S{1,6}|\s+/g) ?? [];
}
