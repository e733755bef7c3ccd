export default {
  "widget.waiting.zero": "لا رسائل غير مقروءة",
  "widget.waiting.one": "رسالة غير مقروءة",
  "widget.waiting.two": "رسالتان غير مقروءتين",
  "widget.waiting.few": "{count} رسائل غير مقروءة",
  "widget.waiting.many": "{count} رسالة غير مقروءة",
  "widget.waiting.other": "{count} رسالة غير مقروءة",
  "widget.inMemory": "متصفحك لا يقبل ملفات تعريف الارتباط هنا: تنتهي هذه المحادثة عند مغادرة الصفحة.",
  "widget.cutOff": "فقدت هذه النافذة صلتها بالصفحة التي جاءت منها. لا يمكن هنا متابعة محادثة جارية هناك.",
  "widget.signedOnly": "للتحدث معنا سجّل الدخول في هذا الموقع أولاً.",
};
