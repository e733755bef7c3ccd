import { render } from "preact";
import "./external.css";
import "../shared/ui/theme";
import { startTexts } from "../shared/i18n";
import { followWidth } from "../shared/window/phone";
import { openPortal } from "./account";
import { App } from "./App";

const root = document.getElementById("app");
if (root) {
  await startTexts("account", "chat", "window", "external");
  const portal = openPortal();
  followWidth();
  void portal.start();
  void portal.prepare().catch(() => undefined);
  render(<App portal={portal} />, root);
}
