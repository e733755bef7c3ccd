#!/bin/sh
# Makes the warm-start cache of the built server: what a training run loaded, linked and profiled, so that every later
# start takes half the time and the first messages find the hot code known.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
product=$root/server/target/quarkus-app/quarkus-run.jar
cache=$root/server/target/quarkus-app/app.aot

[ -f "$cache" ] && [ -z "$(find "$product" "$root/server/jvm.options" -newer "$cache" -print)" ] && exit 0
rm -f "$cache"
"$root/bench" chat3 --chats 50 --warmup 0 --seconds 5 --server-jar "$product" "--jvm=-XX:AOTCacheOutput=$cache" --json >/dev/null
[ -f "$cache" ]
