export const messageRoles = ["system", "user", "assistant"] as const;

/** One of the messages that a model is stored with. */
export type CreateMessage = {
  readonly role: (typeof messageRoles)[number];
  readonly content: string;
};

/** What a new model is made of, as it is typed: what a Modelfile can say, and nothing else. */
export type CreateFields = {
  /** The base's name, as typed. */
  readonly from: string;
  readonly system: string;
  readonly template: string;
  /** Texts by Ollama's names, `stop` apart; an absent one is the base's. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly stop: readonly string[];
  readonly messages: readonly CreateMessage[];
  readonly licenses: readonly string[];
  readonly renderer: string;
  readonly parser: string;
  /** The oldest Ollama that can run it, as `0.14.0`. */
  readonly requires: string;
  /** What stands after each `#`. */
  readonly comments: readonly string[];
};

export const noFields: CreateFields = {
  from: "",
  system: "",
  template: "",
  parameters: {},
  stop: [],
  messages: [],
  licenses: [],
  renderer: "",
  parser: "",
  requires: "",
  comments: [],
};
