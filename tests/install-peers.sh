#!/usr/bin/env bash
# Installs what the tests talk to and that no NuGet package brings: a browser with fonts that make a fair
# screenshot, and the servers in tests/peers. Run it again at will; what is there is left alone.
set -euo pipefail
cd "$(dirname "$0")/peers"

wanted=(fonts-dejavu-core fonts-liberation fonts-noto-color-emoji)
[ -x /usr/sbin/dovecot ] && [ -x /usr/lib/dovecot/imap ] || wanted+=(dovecot-imapd)
[ -x /usr/sbin/exim4 ] || wanted+=(exim4-daemon-light)
[ -x /usr/bin/chromium ] || wanted+=(chromium)
command -v node >/dev/null && command -v npm >/dev/null || wanted+=(nodejs npm)

missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

if [ "${#missing[@]}" -gt 0 ]; then
    echo "installing: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# npm ci starts from nothing each time, so it runs only when the lock changed.
if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
    npm ci --no-progress --loglevel=error
    cp package-lock.json node_modules/.installed-lock.json
fi

echo "peers: dovecot $(/usr/sbin/dovecot --version | cut -d" " -f1), exim $(/usr/sbin/exim4 -bV 2>/dev/null | sed -n '1s/Exim version \([^ ]*\).*/\1/p'), $(/usr/bin/chromium --version 2>/dev/null | head -1), node $(node --version), smtp-server $(node -p 'require("smtp-server/package.json").version'), adaptivecards $(node -p 'require("adaptivecards/package.json").version')"
