/** A reply with all that markdown has. */
export const richReply = `## Tide mills

A tide mill stores **sea water at high tide** behind a dam and lets it out through a wheel when the tide has *fallen*. The gate is called a \`sluice\`; see [the article](https://en.wikipedia.org/wiki/Tide_mill).

1. The incoming tide opens the gate.
2. The gate closes by itself when the water turns.
   - It needs no miller at night.
   - It needs one in the morning.
3. The wheel turns for some five hours.

> The mill grinds when the moon says so.

| Mill | Country | Built | Output in kW |
| :-- | :-- | --: | --: |
| Woodbridge | England | 1170 | 12.5 |
| Eling | England | 1086 | 9.1 |
| Birlot | France | 1633 | 10.0 |

### How much it gives

\`\`\`python
def energy(area_m2: float, range_m: float) -> float:
    """Joules that one emptying of the pond can give."""
    return 1025 * 9.81 * area_m2 * range_m**2 / 2  # density of sea water, gravity, half the height on average

print(f"{energy(20_000, 3.5) / 3.6e6:.0f} kWh")
\`\`\`

- [x] Dam
- [ ] Wheel

---

A formula: $E = \\tfrac{1}{2} \\rho g A h^2$. ~~Perpetual motion~~ it is not.
`;

export const longQuestion = Array.from(
  { length: 30 },
  (_, line) => `Line ${line + 1}: the keeper notes the weather, the flag and the cargo of each ship.`,
).join("\n");

export const longReply = Array.from(
  { length: 12 },
  (_, part) =>
    `### Part ${part + 1}\n\nA lighthouse keeper once wrote down every ship that passed, for forty years, in the same narrow hand. The books fill a shelf in the harbour office, and nobody has read them all.\n\nHe noted the weather first, then the flag, then whatever he could make out of the cargo: timber, salt, a piano under canvas.`,
).join("\n\n");

export const unbrokenText = `${"supercalifragilistic".repeat(20)}\n\nhttps://example.org/${"path/".repeat(40)}\n\n\`${"inline_code_".repeat(20)}\``;

export const rightToLeftQuestion = "كيف تعمل طاحونة المد والجزر؟";

export const rightToLeftReply = `## طواحين المد

تخزن طاحونة المد **ماء البحر** عند المد العالي، ثم تطلقه عبر عجلة عندما ينخفض البحر.

- البوابة تُفتح مع المد.
- البوابة تُغلق وحدها \`sluice\`.

> الطاحونة تدور حين يأمر القمر.

| البلد | السنة |
| -- | --: |
| فرنسا | 1633 |
| إنجلترا | 1170 |
`;

export const thought =
  "The user asks about tide mills. I should explain the pond, the gate and the wheel, then give numbers. Is the energy proportional to the square of the tidal range? Yes: mass grows with the range, and so does the height. ";

export const codeReply = `A sum in three languages:

\`\`\`ts title="tide.ts"
/** Metres between high and low water. */
export interface Tide { readonly range: number; at?: Date }
const spring: Tide = { range: 12.5 };
export const mean = (tides: readonly Tide[]) => tides.reduce((sum, { range }) => sum + range, 0) / tides.length;
\`\`\`

\`\`\`rust
fn mean(ranges: &[f64]) -> Option<f64> {
    // Nothing has no mean.
    (!ranges.is_empty()).then(|| ranges.iter().sum::<f64>() / ranges.len() as f64)
}
\`\`\`

\`\`\`bash
curl -s localhost:11434/api/tags | jq -r '.models[].name' | sort > "$HOME/models.txt"
\`\`\`
`;

export const mathReply = `The energy of a pond is \\(E = \\tfrac{1}{2}\\rho g A h^2\\); a mill costs $5,000 to $10,000.

$$
\\bar h = \\frac{1}{n}\\sum_{i=1}^{n} h_i, \\qquad \\int_0^{T} P(t)\\,dt = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
$$

Water is $\\ce{H2O}$, and this is wrong: $\\frac{a}{$.
`;

export const tableReply = `| Mill | Country | Built | Output in kW |
| :-- | :-- | --: | --: |
| Woodbridge | England | 1170 | 12.5 |
| Eling | England | 1086 | 9.1 |
| Birlot | France | 1633 | 10.0 |
`;

export const diagramReply = `How it turns:

\`\`\`mermaid
flowchart LR
  Sea -->|high water| Gate --> Pond -->|low water| Wheel
  Wheel --> Flour
  Wheel --> Sea
\`\`\`
`;

export const previewedPage = `<style>
  body { font: 1rem system-ui; margin: 2rem }
  b { color: teal }
</style>
<h1>High water</h1>
<p>Today at <b>14:05</b>, 5.2 m.</p>`;
