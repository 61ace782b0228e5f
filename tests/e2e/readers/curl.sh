#!/usr/bin/env bash
# curl.sh URL TOKEN-FILE: follows an event stream with `curl -N`, comes back by Last-Event-ID when it breaks off, and
# prints "EVENT DATA" a line.
last='' event=''
trap 'kill $! 2>/dev/null; exit' TERM
while :; do
    while IFS= read -r line; do
        case $line in
        'id: '*) last=${line#id: } ;;
        'event: '*) event=${line#event: } ;;
        'data: '*) printf '%s %s\n' "$event" "${line#data: }" ;;
        esac
    done < <(curl -sN -H "Authorization: Bearer $(cat "$2")" ${last:+-H "Last-Event-ID: $last"} "$1")
    read -r -t 0.2 <> <(:) # a moment, so that a tracker that is away is not asked in a loop
done
