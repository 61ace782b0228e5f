# shellcheck shell=bash
# Starts what was built: the window where there is a screen, else the tracker in the terminal. Sourced by ./dev.

# Whether somebody listens on a Unix socket. Without perl (a part of every Debian) the file has to do.
answers() { # SOCKET
    [ -S "$1" ] || return 1
    command -v perl >/dev/null || return 0
    perl -MSocket -e 'my $s; socket($s, PF_UNIX, SOCK_STREAM, 0) or exit 1;
        connect($s, sockaddr_un($ARGV[0])) or exit 1' -- "$1"
}

# Succeeds when a window can be opened; else prints why not.
screen_trouble() {
    local wayland=${WAYLAND_DISPLAY:-} display=${DISPLAY:-} host number
    if [ -n "$wayland" ]; then
        [ "${wayland#/}" != "$wayland" ] || wayland=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$wayland
        if answers "$wayland"; then return 0; fi
        [ -n "$display" ] || { echo "nothing answers on WAYLAND_DISPLAY=$WAYLAND_DISPLAY"; return 1; }
    fi
    [ -n "$display" ] || { echo "neither DISPLAY nor WAYLAND_DISPLAY is set"; return 1; }
    host=${display%:*}
    number=${display##*:}
    number=${number%%.*}
    case $host in
    /*) return 0 ;; # a socket path, as macOS and some remote desktops have it: the program will see
    "" | unix)
        answers "/tmp/.X11-unix/X$number" && return 0
        ;;
    *)
        [[ $number =~ ^[0-9]+$ ]] &&
            timeout 3 bash -c "exec 3<>/dev/tcp/$host/$((6000 + number))" 2>/dev/null && return 0
        ;;
    esac
    echo "nothing answers on DISPLAY=$display"
    return 1
}

# Runs a program in the foreground so that a signal to us reaches it at once; sets $status.
foreground() { # PROGRAM [ARGUMENT…]
    status=0
    "$@" <&0 &
    child=$!
    wait "$child" || status=$?
    child=""
}

stop_all() { # SIGNAL-NUMBER
    trap '' INT TERM HUP
    local pid
    for pid in $child $tracker; do kill "$pid" 2>/dev/null || true; done
    wait
    [ -z "$notes" ] || rm -f "$notes"
    exit $((128 + $1))
}

start_afoot() { # BIN [ARGUMENT…]
    local bin=$1 why
    shift
    child="" tracker="" notes=""
    trap 'stop_all 1' HUP
    trap 'stop_all 2' INT
    trap 'stop_all 15' TERM
    say "To use this build in other terminals:  export PATH=\"$bin:\$PATH\""
    if ! [ -x "$bin/afoot-desktop" ]; then
        why="the window is not part of this build"
    elif why=$(screen_trouble); then
        local began=$SECONDS
        foreground "$bin/afoot-desktop" "$@"
        # Qt aborts where the screen does not let it in, at once; anything later is not about the screen.
        { [ "$status" -eq 134 ] && [ $((SECONDS - began)) -lt 5 ]; } || exit "$status"
        why="the screen did not let the window in"
    fi
    say "No window, since $why: showing the jobs in this terminal instead. Ctrl-C ends it."
    terminal_view "$bin"
}

terminal_view() { # BIN
    local bin=$1 waited=0 served=0
    notes=$(mktemp)
    "$bin/afoot" serve >"$notes" 2>&1 </dev/null &
    tracker=$!
    # It says what it listens on as soon as it does; it ends when a tracker is there already.
    until [ -s "$notes" ] || ! kill -0 "$tracker" 2>/dev/null || [ "$waited" -ge 200 ]; do
        sleep 0.05
        waited=$((waited + 1))
    done
    sleep 0.1
    cat "$notes"
    if ! kill -0 "$tracker" 2>/dev/null; then
        wait "$tracker" || served=$?
        tracker=""
        say "afoot serve ended with $served; watching the tracker that is there."
    fi
    # watch ends with the last job that ran (0 to 3 say how); here it goes on with the next ones.
    while :; do
        foreground "$bin/afoot" watch
        [ "$status" -le 3 ] || break
        if [ -n "$tracker" ]; then
            kill -0 "$tracker" 2>/dev/null || break
        elif [ "$status" -eq 3 ]; then
            break # the other tracker is gone
        fi
        sleep 0.5
    done
    [ -z "$tracker" ] || kill "$tracker" 2>/dev/null || true
    rm -f "$notes"
    exit "$status"
}
