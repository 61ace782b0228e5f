# shellcheck shell=bash
# What Afoot's own tools need, and how it gets there. Sourced by ./dev.
#
# A package written a|b|c is satisfied by any of them; missing, the first that exists is installed.

packages_of() { # GROUP
    case $1 in
    build)
        echo g++ cmake ninja-build ccache \
            qt6-base-dev qt6-l10n-tools qt6-svg-dev qt6-websockets-dev libcli11-dev libsqlite3-dev libssl-dev \
            "libboost1.81-dev|libboost1.83-dev|libboost1.88-dev|libboost1.90-dev"
        ;;
    run)
        echo libqt6svg6 qt6-translations-l10n fonts-inter "fonts-noto-core|fonts-dejavu-core"
        # X11 is part of Qt's own package; Wayland alone is not.
        if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ]; then echo qt6-wayland; fi
        ;;
    test)
        echo xvfb xauth openbox trayer dbus xdotool imagemagick shellcheck \
            git rsync restic curl python3 python3-websockets chromium desktop-file-utils
        ;;
    bench) echo python3 curl ;;
    peers) echo nginx libnginx-mod-nchan node-ws ;; # tools/peers.sh
    fuzz) echo clang "libclang-rt-dev|libclang-common-14-dev" ;;
    format) echo clang-format ;;
    tidy) echo clang-tidy ;;
    translations) echo qt6-l10n-tools ;;
    esac
}

# The programs that show, where there is no dpkg to ask, that a group is there.
programs_of() { # GROUP
    case $1 in
    build) echo c++ cmake ninja ;;
    run) ;;
    test) echo Xvfb openbox dbus-run-session git rsync restic curl python3 ;;
    bench) echo python3 curl ;;
    fuzz) echo clang++ ;;
    format) echo clang-format ;;
    tidy) echo run-clang-tidy ;;
    esac
}

names_of() { # GROUP…: for a sentence
    local group
    for group in "$@"; do packages_of "$group"; done | tr ' ' '\n' | sed 's/|.*//' | sort -u | paste -s -d ' '
}

missing_packages() { # GROUP…
    local installed wanted alternative group
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | tr '\n' ' ')"
    for group in "$@"; do
        # shellcheck disable=SC2046 # the names are words
        set -- $(packages_of "$group")
        for wanted in "$@"; do
            for alternative in ${wanted//|/ }; do
                case $installed in *" $alternative "*) continue 2 ;; esac
            done
            echo "$wanted"
        done
    done | sort -u
}

# Makes sure that the packages of the groups are there. Never asks a question of its own; sudo may ask for
# a password where somebody sits at a terminal.
need() { # GROUP…
    [ -z "${AFOOT_NO_APT:-}" ] || return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        need_without_apt "$@"
        return
    fi
    local missing chosen
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    local names root=()
    names=$(printf '%s\n' "$missing" | sed 's/|.*//' | paste -s -d ' ')
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            die "these packages are missing and there is no sudo to install them. As root, run:
  apt-get install --no-install-recommends $names"
        elif sudo -n true 2>/dev/null; then
            root=(sudo -n)
        elif [ -t 0 ] && [ -t 2 ]; then
            root=(sudo)
        else
            die "these packages are missing and sudo wants a password, which nobody can type here. As root, run:
  apt-get install --no-install-recommends $names"
        fi
    fi
    say "Installing: $names"
    root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y
        -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 -o Dpkg::Use-Pty=0)
    mkdir -p build
    if ! "${root[@]}" update >build/apt.log 2>&1; then
        say "apt-get update had trouble (build/apt.log); going on with the package lists that are here."
    fi
    chosen=$(printf '%s\n' "$missing" | first_available)
    # shellcheck disable=SC2086 # the names are words
    if ! "${root[@]}" install --no-install-recommends $chosen >>build/apt.log 2>&1; then
        tail -n 12 build/apt.log >&2
        die "apt-get could not install the packages: see above and build/apt.log. Is there a network?
  What is missing: $names"
    fi
}

# For each line a|b|c of standard input the first package that the lists know, else a.
first_available() {
    local line alternative
    while read -r line; do
        for alternative in ${line//|/ }; do
            if apt-cache show --no-all-versions "$alternative" >/dev/null 2>&1; then
                echo "$alternative"
                continue 2
            fi
        done
        echo "${line%%|*}"
    done
}

need_without_apt() { # GROUP…
    local group program lacking=()
    for group in "$@"; do
        for program in $(programs_of "$group"); do
            command -v "$program" >/dev/null || lacking+=("$program")
        done
    done
    [ ${#lacking[@]} -eq 0 ] || die "this system has no apt-get, so nothing can be installed from here, and these programs are missing: ${lacking[*]}
  Install what your distribution calls: $(names_of "$@")"
}
