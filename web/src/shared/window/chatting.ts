/** What one chats with: everything that the start form does without. */
export { ParleyClient } from "../chat/client";
export { ChatView } from "./ChatView";
export { CustomerStart } from "./CustomerStart";
export { IncomingStrip } from "./IncomingRequest";
export { ListView } from "./ListView";
