/** What one chats with: everything that the start form does without. */
export { Announcements } from "../chat/announcements";
export { Announcer } from "../chat/Announcer";
export { Callers } from "./callers";
export { LocalDrafts } from "../chat/drafts";
export { ChatView } from "./ChatView";
export { CustomerStart } from "./CustomerStart";
export { IncomingStrip } from "./IncomingRequest";
export { ListView } from "./ListView";
