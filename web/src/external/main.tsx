import { render } from "preact";
import "./external.css";
import "../shared/ui/theme";
import { startTexts } from "../shared/i18n";
import { App } from "./App";
import { Portal } from "../shared/window/portal";

const root = document.getElementById("app");
if (root) {
  await startTexts("chat", "window", "external");
  const portal = new Portal();
  void portal.start();
  render(<App portal={portal} />, root);
}
