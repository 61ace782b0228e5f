#!/usr/bin/env bash
# packaging.sh BUILD: what is installed beside the programs is well-formed, and installs.
set -u
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." || exit 1
build=$1
id=io.github.afoot.Afoot
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate "packaging/$id.desktop" || fail "the desktop entry"
fi
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net --pedantic --explain "packaging/$id.metainfo.xml" || fail "the metainfo"
fi
if command -v systemd-analyze >/dev/null; then
    # Only lines about the unit itself: whether /usr/bin/afoot is installed here is another matter.
    systemd-analyze --user verify packaging/afoot.service 2>&1 |
        grep -v -e 'is not executable' -e 'XDG_RUNTIME_DIR' | grep 'afoot.service' && fail "the systemd unit"
fi
for svg in packaging/*.svg; do
    python3 - "$svg" <<'END' || fail "$svg"
import sys, xml.etree.ElementTree as tree
root = tree.parse(sys.argv[1]).getroot()
assert root.tag == "{http://www.w3.org/2000/svg}svg", root.tag
assert root.get("viewBox"), "no viewBox"
END
done

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
DESTDIR=$room cmake --install "$build" --component data --prefix /usr >"$room/log" 2>&1 || fail "installing: $(cat "$room/log")"
for file in share/applications/$id.desktop share/dbus-1/services/$id.service share/metainfo/$id.metainfo.xml \
    share/icons/hicolor/scalable/apps/$id.svg share/icons/hicolor/symbolic/apps/$id-symbolic.svg \
    lib/systemd/user/afoot.service share/man/man1/afoot.1 share/bash-completion/completions/afoot \
    share/zsh/site-functions/_afoot share/fish/vendor_completions.d/afoot.fish; do
    [ -s "$room/usr/$file" ] || fail "$file is not installed"
done


# What D-Bus starts is what is installed, by the name that the desktop entry has.
service=$room/usr/share/dbus-1/services/$id.service
grep -qx "Name=$id" "$service" || fail "the D-Bus service has another name"
grep -qx "Exec=/usr/bin/afoot-desktop --hidden" "$service" || fail "the D-Bus service starts $(grep Exec= "$service")"
grep -qx "DBusActivatable=true" "packaging/$id.desktop" || fail "the desktop entry does not use the D-Bus service"
for action in $(sed -n 's/^Actions=//p' "packaging/$id.desktop" | tr ';' ' '); do
    grep -qx "Exec=afoot-desktop --action $action" "packaging/$id.desktop" || fail "the action $action does not run itself"
    grep -q "u\"$action\"" app/desktop/desktopactivation.cpp || fail "nobody knows the action $action"
done

if command -v man >/dev/null; then
    warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=100 man --warnings -E UTF-8 -l packaging/afoot.1 2>&1 >/dev/null)
    [ -z "$warnings" ] || fail "the manual: $warnings"
fi
for shell in zsh fish; do
    command -v "$shell" >/dev/null || continue
    for file in packaging/completions/_afoot packaging/completions/afoot.fish; do
        case $shell$file in zsh*_afoot | fish*.fish) "$shell" -n "$file" || fail "$file" ;; esac
    done
done

# The programs are not built in every tree; where they are, the completion and the manual know all of them.
if [ -x "$build/bin/afoot" ]; then
    # shellcheck source=packaging/completions/afoot.bash
    source packaging/completions/afoot.bash
    complete_words() { # WORD…: sets COMPREPLY for the last one
        COMP_WORDS=("$build/bin/afoot" "$@")
        COMP_CWORD=$#
        _afoot
        echo " ${COMPREPLY[*]} "
    }
    [[ $(complete_words "") == *" begin "*" watch "* ]] || fail "completion of commands: $(complete_words "")"
    [[ $(complete_words wa) == " wait watch " ]] || fail "completion of wa: $(complete_words wa)"
    [[ $(complete_words update x --pe) == " --percent " ]] || fail "completion of --pe: $(complete_words update x --pe)"
    [[ $(complete_words serve --limit head) == " header= header-time= " ]] || fail "completion of --limit head"
    [[ $(complete_words run "") == " -- " ]] || fail "completion after run: $(complete_words run "")"
    [[ $(complete_words run -- bas) == *" bash "* ]] || fail "completion of a wrapped command"
    for command in $(_afoot_commands "$build/bin/afoot"); do
        grep -q "\(Cm\|,\) .*$command" packaging/afoot.1 || fail "the manual does not know afoot $command"
    done
fi

# Its users read one version everywhere.
version=$(sed -n 's/^project(afoot VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
grep -q "<release version=\"$version\"" "packaging/$id.metainfo.xml" || fail "the metainfo does not name version $version"
grep -q -e "^## Unreleased" -e "^## $version" CHANGELOG.md || fail "CHANGELOG.md names neither Unreleased nor $version"

[ "$failures" -eq 0 ] && echo "Everything to be installed holds."
exit "$failures"
