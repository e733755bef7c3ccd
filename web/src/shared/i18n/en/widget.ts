export default {
  "widget.waiting.one": "{count} unread message",
  "widget.waiting.other": "{count} unread messages",
  "widget.inMemory": "Your browser takes no cookies here: this chat ends when you leave the page.",
  "widget.cutOff":
    "This window has lost touch with the page it came from. A chat that goes on there cannot be continued here.",
  "widget.signedOnly": "To chat with us, sign in on this site first.",
} as const;
