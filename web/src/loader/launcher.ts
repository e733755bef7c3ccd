import css from "./loader.css?inline";

// The button in the corner and the place of the frame, out of reach of the page's styles and scripts. They stand beside
// the body, not in it: so they stay when a body is swapped, and when the body rests behind them.
export const label = make("span");
export const button = make("button", label);
/** How many messages wait; heard by those who do not see it. */
export const says = make("p");
export const root = make("div", button, says);
export const element = make("parley-widget");

const shadow = element.attachShadow({ mode: "closed" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
shadow.adoptedStyleSheets = [sheet];
shadow.append(root);
says.role = "status";

function make(name: string, ...children: Node[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
