const canAsk = [
  "- **a table**",
  "- **some code**",
  "- **a formula**",
  "- **a reason** (with `practice-thinker`, to see it think)",
  "- **a long text**",
  "- **a slow start**",
  "- **an error**, which breaks off in the middle",
].join("\n");

const paragraphs = [
  "A lighthouse keeper once wrote down every ship that passed, for forty years, in the same narrow hand. The books fill a shelf in the harbour office, and nobody has read them all.",
  "He noted the weather first, then the flag, then whatever he could make out of the cargo: timber, salt, a piano under canvas. When fog hid everything he wrote only the hour and the word *heard*.",
  "In the tenth book the entries grow longer. He begins to guess where a ship is going, and in a later line, sometimes months later, he notes whether he was right. He was right more often than the harbour office.",
  "The last book ends in the middle of a page. Below the final ship there is a line in another hand: *lamp lit at six, all well.*",
];

/** What the practice models say. Nothing here comes from a model, and each text says so where it matters. */
export const practiceTexts = {
  greeting: `Hello! This is the **practice server**. I am not a model: every reply here is scripted, so that you can try the client without Ollama.\n\nYou can ask for:\n\n${canAsk}\n`,
  unknown: `I cannot answer that. I am a **scripted practice reply**, not a model, and I know only a few things. You can ask for:\n\n${canAsk}\n\nTo talk to a real model, start Ollama and choose it as the server in the settings.\n`,
  table: `Here is a scripted table:\n\n| Planet | Moons | Day in hours |\n| :-- | --: | --: |\n| Mercury | 0 | 4,222.6 |\n| Earth | 1 | 24.0 |\n| Mars | 2 | 24.7 |\n| Jupiter | 95 | 9.9 |\n`,
  code: 'Here is a scripted piece of code:\n\n```python\ndef fibonacci(count: int) -> list[int]:\n    """The first `count` Fibonacci numbers."""\n    numbers = [0, 1]\n    while len(numbers) < count:\n        numbers.append(numbers[-1] + numbers[-2])\n    return numbers[:count]\n\n\nprint(fibonacci(10))\n```\n\nIt prints `[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]`.\n',
  formula:
    "A scripted formula, inline $e^{i\\pi} + 1 = 0$ and on its own:\n\n$$\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}$$\n",
  thought:
    "The question asks for a reason. I have none of my own, because this is a script. Still, a client should show this text apart from the answer, and let the reader fold it away. Let me also make it long enough to watch: first the claim, then the doubt, then the answer.\n",
  shortThought: "This is a scripted thought, to show where thinking appears.\n",
  reasoned:
    "Because it was written down beforehand. That is the whole reason: this is a **scripted** reply, and what a thinking model thinks is shown apart from what it answers.\n",
  long: `A scripted text of some length:\n\n${Array.from({ length: 4 }, (_, part) => `## Part ${part + 1}\n\n${paragraphs.join("\n\n")}`).join("\n\n")}\n`,
  slow: "Thank you for waiting. The start was slow on purpose: this is how a large model feels while it reads the prompt.\n",
  failing: "This reply is going to break off in the middle, as it does when a model runs out of",
};
