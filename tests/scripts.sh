#!/usr/bin/env bash
# The shell scripts of the tree hold what they promise. Run by ctest; needs no build.
set -u
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." || exit 1
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

scripts=(dev .ci/run tests/support/with-display)
while IFS= read -r file; do scripts+=("$file"); done < <(find tools tests packaging -name '*.sh' -o -name '*.bash' | sort)
for script in "${scripts[@]}"; do
    bash -n "$script" || fail "$script is no bash"
done
if command -v shellcheck >/dev/null; then
    shellcheck -x -e SC2016,SC2030,SC2031,SC2317 "${scripts[@]}" || fail "shellcheck"
else
    echo "shellcheck is not installed: left out"
fi

# ./dev explains itself, and refuses what it does not know with one sentence and no trace.
[[ $(./dev help) == Usage:* ]] || fail "./dev help shows no usage"
./dev nonsense >/dev/null 2>&1 && fail "./dev nonsense succeeds"
[[ $(AFOOT_NO_APT=1 ./dev build nonsense 2>&1) == *"no preset 'nonsense'"* ]] || fail "an unknown preset is not named"
[[ $(AFOOT_NO_APT=1 ./dev test --only nonsense 2>&1) == *"no preset 'nonsense'"* ]] || fail "test takes any preset"
[[ $(AFOOT_NO_APT=1 ./dev fuzz long 2>&1) == *"takes a number of seconds, not 'long'"* ]] || fail "fuzz takes any word"
[[ $(AFOOT_NO_APT=1 ./dev test -R 2>&1) == *"-R needs"* ]] || fail "-R without a value passes"

# Packages, with a dpkg and an apt-get of our own making.
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
mkdir "$room/bin" "$room/work"
fake() { # NAME BODY
    printf '#!/bin/bash\n%s\n' "$2" >"$room/bin/$1"
    chmod +x "$room/bin/$1"
}
fake id 'echo "${FAKE_UID:-0}"'
fake dpkg-query 'cat "$FAKE_ROOM/installed"'
fake apt-cache '[ "${*: -1}" != old ] # every package exists but this one'
fake apt-get 'echo "$*" >>"$FAKE_ROOM/calls"; case " $* " in *" install "*) exit "${FAKE_APT:-0}" ;; esac'
for tool in bash true sed tr paste sort tail mkdir env cat; do ln -sf "$(type -P "$tool")" "$room/bin/$tool"; done

# Runs need() of tools/packages.sh with the groups one (a package, a choice) and none.
with_packages() { # GROUP…
    (
        cd "$room/work" || exit 1
        export PATH=$room/bin FAKE_ROOM=$room
        exec bash -c '
            say() { printf "%s\n" "$*" >&2; }
            die() { say "dev: $*"; exit 1; }
            source "$0"
            packages_of() { case $1 in one) echo alpha "old|newer" ;; esac; }
            programs_of() { echo no-such-program; }
            need "$@"' "$ROOT/tools/packages.sh" "$@" </dev/null 2>&1
    )
}
ROOT=$PWD
: >"$room/calls"

printf 'installed alpha\ninstalled newer\nconfig-files old\n' >"$room/installed"
out=$(with_packages one) || fail "nothing is missing, and still: $out"
[ ! -s "$room/calls" ] || fail "apt-get is called though nothing is missing"
[ -z "$out" ] || fail "it talks though nothing is missing: $out"

printf 'config-files alpha\n' >"$room/installed"
out=$(with_packages one) || fail "installing failed: $out"
grep -q 'install --no-install-recommends alpha newer$' "$room/calls" || fail "it installs something else: $(cat "$room/calls")"

out=$(FAKE_APT=100 with_packages one) && fail "a failing apt-get passes"
[[ $out == *"Is there a network?"*"alpha old"* ]] || fail "a failing apt-get is not explained: $out"

: >"$room/calls"
out=$(FAKE_UID=1000 with_packages one) && fail "without sudo it passes"
[[ $out == *"no sudo"*"apt-get install --no-install-recommends alpha old"* ]] || fail "missing sudo is not explained: $out"
fake sudo '[ "$1 $2" = "-n true" ] && exit 1; exit 9'
out=$(FAKE_UID=1000 with_packages one) && fail "a sudo that wants a password passes"
[[ $out == *"password"*"alpha old"* ]] || fail "a sudo that wants a password is not explained: $out"
[ ! -s "$room/calls" ] || fail "apt-get is called without the right to"
fake sudo '[ "$1" = -n ] && shift; exec "$@"'
out=$(FAKE_UID=1000 with_packages one) || fail "with sudo it fails: $out"
grep -q 'install --no-install-recommends alpha newer$' "$room/calls" || fail "sudo installs nothing"

out=$(AFOOT_NO_APT=1 with_packages one) || fail "AFOOT_NO_APT=1 still looks: $out"
rm "$room/bin/dpkg-query"
out=$(with_packages one) && fail "without apt and without the programs it passes"
[[ $out == *"no apt-get"*"no-such-program"*"alpha old"* ]] || fail "another distribution is not explained: $out"

# Whether there is a screen: nothing set, a dead one, a live one.
trouble() { env -i PATH="$PATH" "$@" bash -c 'source tools/start.sh; screen_trouble' 2>&1; }
[[ $(trouble) == *"neither DISPLAY nor"* ]] || fail "without a screen it says: $(trouble)"
[[ $(trouble DISPLAY=:9876) == *"nothing answers on DISPLAY=:9876"* ]] || fail "a dead display passes"
[[ $(trouble XDG_RUNTIME_DIR="$room" WAYLAND_DISPLAY=w-0) == *"nothing answers on WAYLAND"* ]] || fail "a dead Wayland passes"
if command -v Xvfb >/dev/null && command -v dbus-run-session >/dev/null; then
    AFOOT_WM='' tests/support/with-display bash -c 'source tools/start.sh; screen_trouble' ||
        fail "a live display is not seen"
fi

# with-display hands on the exit code and leaves nothing behind.
if command -v Xvfb >/dev/null && command -v dbus-run-session >/dev/null && command -v openbox >/dev/null; then
    out=$(tests/support/with-display bash -c 'echo "$DISPLAY $XDG_RUNTIME_DIR"; exit 7' 2>/dev/null)
    [ $? -eq 7 ] || fail "with-display loses the exit code"
    [[ $out =~ ^:[0-9]+\ (/.*)/runtime$ ]] || fail "with-display gives no display: $out"
    [ ! -e "${BASH_REMATCH[1]:-/}" ] || fail "with-display leaves ${BASH_REMATCH[1]:-} behind"
fi

[ "$failures" -eq 0 ] && echo "All scripts hold."
exit "$failures"
