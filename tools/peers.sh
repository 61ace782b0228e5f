# shellcheck shell=bash
# The servers that the benches compare Afoot to. Sourced by ./dev after tools/packages.sh.
#
# What is not installed is unpacked into build/peers and not installed: a bench should leave no web server running on the
# machine. What cannot be had is left out, and the table says so.

fetch_peers() {
    local package folder=$PWD/build/peers
    export AFOOT_BENCH_PEERS=$folder
    [ -z "${AFOOT_NO_APT:-}" ] && command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
    for package in $(missing_packages peers); do
        [ ! -e "$folder/$package.there" ] || continue
        mkdir -p "$folder"
        if (cd "$folder" && rm -f -- "$package"_*.deb && apt-get -q download "$package" &&
            dpkg-deb -x "$package"_*.deb .) >build/peers.log 2>&1; then
            touch "$folder/$package.there"
        else
            say "$package cannot be had here (build/peers.log): the benches leave out what needs it."
        fi
    done
}
