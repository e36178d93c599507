import type { NameFault } from "./name.ts";
import type { ParameterFault } from "./create-parameter.ts";

/** Why a Modelfile cannot be taken. */
type Trouble =
  | { readonly kind: "unknown-instruction"; readonly word: string }
  | { readonly kind: "no-value"; readonly word: string }
  /** A text that begins with a quotation mark and has no closing one at the end of a line. */
  | { readonly kind: "unterminated"; readonly word: string; readonly quote: string }
  | { readonly kind: "missing-from" }
  | { readonly kind: "second-from"; readonly name: string }
  | { readonly kind: "name"; readonly name: string; readonly fault: NameFault }
  /** A browser cannot name files of a computer to a server. */
  | { readonly kind: "path"; readonly path: string }
  /** ADAPTER and DRAFT mean files; adapters can be chosen as such. */
  | { readonly kind: "file"; readonly word: string }
  | { readonly kind: "unknown-parameter"; readonly name: string }
  | {
      readonly kind: "parameter";
      readonly name: string;
      readonly typed: string;
      readonly fault: ParameterFault;
    }
  | { readonly kind: "role"; readonly role: string }
  | { readonly kind: "requires"; readonly typed: string };

/** What was understood otherwise than it stands there. */
type Remark =
  /** A path on the server, in what `/api/show` gave of a model: the model is meant. */
  | { readonly kind: "replaced"; readonly base: string }
  | { readonly kind: "files"; readonly path: string }
  /** An adapter of the base, which comes along with it. */
  | { readonly kind: "comes-along"; readonly word: string }
  /** Ollama takes it, and leaves it out. */
  | { readonly kind: "deprecated"; readonly name: string }
  /** It stands there several times, and the last one counts. */
  | { readonly kind: "repeated"; readonly word: string };

/** Lines and columns are counted from 1. */
type At = { readonly line: number; readonly column: number };

export type ModelfileFault = At & Trouble;
export type ModelfileNote = At & Remark;
