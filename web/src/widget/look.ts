import { carriesWhite } from "../shared/embed/contrast";
import type { PageState } from "../shared/embed/protocol";
import type { Widget } from "../shared/net/wire";

const darkSystem = matchMedia("(prefers-color-scheme: dark)");

/** Theme and accent: what the page asks for, else what the record says. */
export class WindowLook {
  private theme: "auto" | "light" | "dark" = "auto";

  constructor() {
    darkSystem.addEventListener("change", () => this.draw());
  }

  show(settings: PageState["settings"], look: Widget["look"]): void {
    this.theme = settings.theme ?? look.theme;
    const { style, dataset } = document.documentElement;
    const accent = [settings.accent, look.accent].find((each) => each && carriesWhite(each));
    if (accent) {
      style.setProperty("--accent", accent);
      dataset["accent"] = "own";
    } else {
      delete dataset["accent"];
    }
    this.draw();
  }

  private draw(): void {
    const dark = this.theme === "dark" || (this.theme === "auto" && darkSystem.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }
}
