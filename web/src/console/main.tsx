import { render } from "preact";
import "./console.css";
import "../shared/ui/theme";
import { startTexts } from "../shared/i18n";
import { App } from "./App";

const root = document.getElementById("app");
if (root) {
  await startTexts("account", "chat", "console", "personal", "workplace");
  render(<App />, root);
}
