import { render } from "preact";
import "./widget.css";
import sprite from "virtual:icons/first";
import type { Init } from "../shared/embed/protocol";
import { languageAmong, startTextsIn, type Locale } from "../shared/i18n";
import { ApiError } from "../shared/net/api";
import type { Widget } from "../shared/net/wire";
import { sprite as drawings } from "../shared/ui/sprite";
import { draftStorage } from "../shared/chat/fieldDrafts";
import { App } from "./App";
import { Frame } from "./frame";
import { greetingFrom, HostLink } from "./hostLink";
import { WidgetSession } from "./session";

const TRIES_EVERY = 3_000;

const key = location.pathname.split("/").at(-1) ?? "";
const session = new WidgetSession();
drawings.address = sprite;
draftStorage.allowed = false;

const started = window.parent === window ? startOwn() : startFramed();
started.catch((error: unknown) => console.warn("Parley: there is no such widget:", key, error));

/** The page around us must be one of the widget's sites, and is heard only until it has said so. */
async function startFramed(): Promise<void> {
  const { init, origin, port } = await greetingFrom(window.parent);
  const widget = await ask(init.state.locales);
  if (!widget.sites.includes(origin)) return console.warn("Parley: this widget may not stand on", origin);
  await draw(widget, init, port, false);
}

async function startOwn(): Promise<void> {
  const [widget, { redeem, startAlone }] = await Promise.all([
    ask(navigator.languages),
    import("./ownWindow"),
  ]);
  const { init, port, secret, cutOff } = await startAlone(widget.sites);
  history.replaceState(null, "", location.pathname);
  if (secret) {
    await redeem(session, secret);
  }
  await draw(widget, init, port, true, cutOff);
}

async function draw(
  widget: Widget,
  init: Init,
  port: MessagePort | undefined,
  own: boolean,
  cutOff = false,
): Promise<void> {
  let debug = init.state.settings.debug === true;
  const frame = new Frame({
    key,
    widget,
    session,
    link: new HostLink(port, () => debug),
    own,
    speak: async ({ locales, settings }) => {
      debug = settings.debug === true;
      await startTextsIn(
        languageOf(locales, widget),
        "first",
        ...(frame.portal.chatting.value ? ["rest" as const] : []),
      );
    },
  });
  const root = document.getElementById("app");
  await startTextsIn(languageOf(init.state.locales, widget), "first");
  document.title = widget.name;
  if (root) render(<App frame={frame} session={session} widget={widget} cutOff={cutOff} />, root);
  await frame.start(init);
}

/** Without an answer there is nothing to show, and the page is told nothing; it is asked for until there is one. */
async function ask(locales: readonly string[]): Promise<Widget> {
  const wanted = languageAmong(locales);
  for (;;) {
    try {
      return await session.api.get<Widget>(`/widgets/${key}${wanted ? `?locale=${wanted}` : ""}`);
    } catch (error) {
      if (error instanceof ApiError && error.code === "not_found") throw error;
      await new Promise((resolve) => setTimeout(resolve, TRIES_EVERY));
    }
  }
}

function languageOf(locales: readonly string[], widget: Widget): Locale {
  return languageAmong([...locales, widget.locale]) ?? "en";
}
