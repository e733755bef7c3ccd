export default {
  "widget.waiting.one": "{count} ungelesene Nachricht",
  "widget.waiting.other": "{count} ungelesene Nachrichten",
  "widget.inMemory":
    "Ihr Browser nimmt hier keine Cookies an: Dieser Chat endet, wenn Sie die Seite verlassen.",
  "widget.cutOff":
    "Dieses Fenster hat die Verbindung zu der Seite verloren, von der es kam. Ein Chat, der dort läuft, lässt sich hier nicht fortsetzen.",
  "widget.signedOnly": "Melden Sie sich zuerst auf dieser Website an, um mit uns zu chatten.",
};
