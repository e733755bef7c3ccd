#!/bin/sh
# Builds the pages into web/dist, if anything they are made of has changed since the last time.
set -eu
cd "$(dirname "$0")/../web"
[ -f package.json ] || exit 0

if ! command -v npm >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
    echo "Parley's pages are built with Node 20 or newer, which was not found. Install it and try again." >&2
    exit 1
fi

sum_of() {
    find "$@" -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1
}

packages=$(sum_of package.json package-lock.json)
if [ "$(cat node_modules/.installed 2>/dev/null || true)" != "$packages" ]; then
    npm ci --no-audit --no-fund --loglevel=error
    echo "$packages" >node_modules/.installed
fi

inputs=$(find . -maxdepth 1 -type f ! -name '.*' ! -name '*.md')
sources=$(sum_of src $inputs $([ -d public ] && echo public) $([ -d tools ] && echo tools))
if [ ! -d dist ] || [ "$(cat node_modules/.built 2>/dev/null || true)" != "$sources" ]; then
    npm run --silent build
    echo "$sources" >node_modules/.built
fi
