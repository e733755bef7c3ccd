import { render } from "preact";
import "./setup.css";
import "../../shared/ui/theme";
import { startTexts } from "../../shared/i18n";
import { SetupPage } from "./SetupPage";

const root = document.getElementById("app");
if (root) {
  await startTexts("account", "setup");
  render(<SetupPage />, root);
}
