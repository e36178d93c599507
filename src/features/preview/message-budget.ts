/** What a preview may send within a second; its guard keeps far below. */
const most = { messages: 1000, characters: 4_000_000, milliseconds: 300 };

export type MessageBudget = {
  /** Reads a message, which alone may hold the app for long; false once more came than may. */
  readonly spend: (read: () => number) => boolean;
};

export function createBudget(now: () => number = () => performance.now()): MessageBudget {
  let began = now();
  let spent = { messages: 0, characters: 0, milliseconds: 0 };
  return {
    spend(read) {
      const start = now();
      if (start - began > 1000) {
        began = start;
        spent = { messages: 0, characters: 0, milliseconds: 0 };
      }
      spent.messages += 1;
      spent.characters += read();
      spent.milliseconds += now() - start;
      return (
        spent.messages <= most.messages &&
        spent.characters <= most.characters &&
        spent.milliseconds <= most.milliseconds
      );
    },
  };
}
