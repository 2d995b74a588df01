#!/bin/sh
# Makes Chromium and a font with Chinese characters available to the browser tests, where that needs no step by hand.
set -eu

found() {
    for name in "${ATLAS_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

chinese() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn family)" ]
}

if found && chinese; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium and a CJK font for the browser tests ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fontconfig fonts-noto-cjk >/dev/null
elif found; then
    echo "No Chinese font was found: screenshots show boxes. On Debian: sudo apt-get install fonts-noto-cjk" >&2
else
    echo "No Chromium was found: the browser tests are skipped. On Debian: sudo apt-get install chromium fonts-noto-cjk" >&2
fi
