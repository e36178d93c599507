import { createContext } from "react";

/** The pages about models that have nothing to show for the server in use, by the names that `ModelsFrame` has for them. */
export const AbsentPages = createContext<readonly string[]>([]);
