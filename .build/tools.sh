#!/bin/sh
# The programs that only tests need: a browser for the journeys. On Debian as root they are installed.
set -eu

have_browser() {
    [ -n "${PARLEY_CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        command -v google-chrome >/dev/null
}

have_browser && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
fi
have_browser && exit 0
echo "The browser journeys need Chromium: install it (Debian: apt-get install chromium)" >&2
exit 1
