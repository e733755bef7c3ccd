import all from "./icons.svg";

/** Where the drawings are. A page that needs few of them names a smaller file before it draws. */
export const sprite = { address: all };
