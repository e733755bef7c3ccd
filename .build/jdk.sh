# Sourced: sets JAVA_HOME to a JDK that is new enough for Parley, or says what to do and ends the script.

parley_new_enough() {
    [ -x "$1/bin/javac" ] &&
        [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . || echo 0)" -ge 25 ]
}

parley_jdk() {
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/*; do
        if [ -n "$home" ] && parley_new_enough "$home"; then
            echo "$home"
            return
        fi
    done
    echo "Parley needs a JDK 25 or newer, and found none in JAVA_HOME, on the PATH or in /usr/lib/jvm." >&2
    echo "Install one, for example Temurin from https://adoptium.net, and set JAVA_HOME." >&2
    return 1
}

JAVA_HOME=$(parley_jdk) || exit 1
export JAVA_HOME
