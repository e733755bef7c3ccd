import { render } from "preact";
import "../shared/ui/tokens.css";
import "../shared/ui/base.css";
import "../shared/ui/chat.css";
import "./console.css";
import "../shared/ui/theme";
import { startTexts } from "../shared/i18n";
import { App } from "./App";

const root = document.getElementById("app");
if (root) {
  await startTexts("chat", "console", "personal");
  render(<App />, root);
}
