import { signal } from "@preact/signals";

export type Theme = "light" | "dark" | "system";

const STORED = "parley.theme";

/** The chosen theme. theme-boot.js reads the same choice before the first paint. */
export const theme = signal<Theme>(stored());

const darkSystem = matchMedia("(prefers-color-scheme: dark)");
darkSystem.addEventListener("change", apply);
apply();

export function setTheme(next: Theme): void {
  theme.value = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply();
}

function apply(): void {
  const dark = theme.value === "dark" || (theme.value === "system" && darkSystem.matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

function stored(): Theme {
  try {
    const value = localStorage.getItem(STORED);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}
