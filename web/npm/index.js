// Loads the widget's script once and speaks to it. What is said before it is there waits in the same queue that the
// snippet uses. On a server there is no page, and nothing happens.

const inPage = typeof window !== "undefined" && typeof document !== "undefined";

/** The loaded widget, or the function that queues for it. */
function parley() {
  const known = window.Parley;
  if (known) return known;
  const queue = [];
  const waiting = (...args) => void queue.push(args);
  waiting.q = queue;
  return (window.Parley = waiting);
}

function say(command, ...args) {
  return inPage ? parley()(command, ...args) : undefined;
}

/** A page that demands Trusted Types must allow the policy `parley-widget`. */
function trusted(address) {
  const policies = window.trustedTypes;
  if (!policies) return address;
  try {
    return policies
      .createPolicy("parley-widget", { createScriptURL: () => address })
      .createScriptURL(address);
  } catch {
    // Not allowed, or made before: the page's own default policy decides.
    return address;
  }
}

let loading = false;

export function boot({ host, widget, ...settings }) {
  if (!inPage) return;
  say("boot", settings);
  if (loading || document.querySelector("script[data-widget]")) return;
  loading = true;
  const script = document.createElement("script");
  script.async = true;
  script.dataset.widget = widget;
  // It is booted by what was said before: a page that called shutdown() at once means it.
  script.dataset.autoboot = "false";
  script.src = trusted(new URL("/widget/v1/loader.js", host).href);
  script.onerror = () => {
    loading = false;
    script.remove();
  };
  document.head.append(script);
}

export const update = (settings) => say("update", settings);
export const shutdown = () => say("shutdown");
export const identify = (identity) => say("identify", identity);
export const logout = () => say("logout");
export const open = (what) => say("open", what);
export const close = () => say("close");
export const toggle = () => say("toggle");
export const show = () => say("show");
export const hide = () => say("hide");
export const newConversation = (draft) => say("newConversation", draft);
export const popout = () => say("popout");
export const set = (key, value) => say("set", key, value);
export const unset = (key) => say("unset", key);
export const tag = (name) => say("tag", name);
export const untag = (name) => say("untag", name);
export const track = (event, data) => say("track", event, data);
export const page = (info) => say("page", info);
export const setLocale = (locale) => say("setLocale", locale);
export const setTheme = (theme) => say("setTheme", theme);
export const consent = (given) => say("consent", given);
export const get = (what) => say("get", what);

/** Also before the widget is there: then what ends it ends it later as well. */
function listen(how, event, listener) {
  if (!inPage) return () => undefined;
  say(how, event, listener);
  return () => say("off", event, listener);
}

export const on = (event, listener) => listen("on", event, listener);
export const once = (event, listener) => listen("once", event, listener);
export const off = (event, listener) => say("off", event, listener);
