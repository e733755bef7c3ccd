import sprite from "virtual:icons/all";
import { sprite as drawings } from "../shared/ui/sprite";
import "./chatting.css";

export * from "../shared/window/chatting";
export { Talk } from "./talk";

// What was drawn before stays as it is: those drawings are in both.
drawings.address = sprite;
