import { render } from "preact";
import "../shared/ui/theme";
import "./external.css";
import { startTexts } from "../shared/i18n";
import { App } from "./App";
import { Portal } from "../shared/window/portal";

const root = document.getElementById("app");
if (root) {
  await startTexts("account", "chat", "window", "external");
  const portal = new Portal();
  void portal.start();
  render(<App portal={portal} />, root);
}
