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
for file in share/applications/$id.desktop share/metainfo/$id.metainfo.xml \
    share/icons/hicolor/scalable/apps/$id.svg share/icons/hicolor/symbolic/apps/$id-symbolic.svg \
    lib/systemd/user/afoot.service; do
    [ -s "$room/usr/$file" ] || fail "$file is not installed"
done

# Its users read one version everywhere.
version=$(sed -n 's/^project(afoot VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
grep -q "<release version=\"$version\"" "packaging/$id.metainfo.xml" || fail "the metainfo does not name version $version"
grep -q -e "^## Unreleased" -e "^## $version" CHANGELOG.md || fail "CHANGELOG.md names neither Unreleased nor $version"

[ "$failures" -eq 0 ] && echo "Everything to be installed holds."
exit "$failures"
