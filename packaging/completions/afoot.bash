# shellcheck shell=bash
# Completion of afoot for bash. Commands and options are those that afoot itself prints, so they cannot go stale.

_afoot_commands() { "$1" --help 2>/dev/null | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p'; }
_afoot_options() { "$@" --help 2>/dev/null | sed -n '/^Options:/,/^$/p' | grep -o -e '--[a-z-]*'; }
_afoot_ids() { "$1" list --all 2>/dev/null | sed '1d; /^ /d' | cut -d ' ' -f 1; }

_afoot_sources() { "$1" source list 2>/dev/null | cut -d ' ' -f 1; }

_afoot_limits() { "$1" serve --limit help 2>/dev/null | sed 1d | cut -d ' ' -f 1; }

_afoot() {
    local program=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} command="" position
    COMPREPLY=()
    for ((position = 1; position < COMP_CWORD; ++position)); do
        case ${COMP_WORDS[position]} in
        --)
            # What follows is another program's command line.
            if declare -F _command_offset >/dev/null; then
                _command_offset $((position + 1))
            elif ((position + 1 == COMP_CWORD)); then
                mapfile -t COMPREPLY < <(compgen -c -- "$word")
            else
                mapfile -t COMPREPLY < <(compgen -f -- "$word")
            fi
            return
            ;;
        -*) ;;
        *) [ -n "$command" ] || command=${COMP_WORDS[position]} ;;
        esac
    done
    case $command in
    "") mapfile -t COMPREPLY < <(compgen -W "$(_afoot_commands "$program") --help --version" -- "$word") ;;
    *)
        case $word in
        -*)
            local action=()
            [ "$command" != source ] || [[ ${COMP_WORDS[2]} == -* ]] || action=("${COMP_WORDS[2]}")
            mapfile -t COMPREPLY < <(compgen -W "$(_afoot_options "$program" "$command" "${action[@]}")" -- "$word")
            ;;
        *)
            case $command in
            run) mapfile -t COMPREPLY < <(compgen -W "--" -- "$word") ;;
            parser) mapfile -t COMPREPLY < <(compgen -W "try" -- "$word"; compgen -f -- "$word") ;;
            dialect) mapfile -t COMPREPLY < <(compgen -W "check list new" -- "$word"; compgen -f -- "$word") ;;
            source)
                if ((COMP_CWORD == 2)); then
                    mapfile -t COMPREPLY < <(compgen -W "add change list pause remove resume" -- "$word")
                else
                    mapfile -t COMPREPLY < <(compgen -W "$(_afoot_sources "$program")" -- "$word")
                fi
                ;;
            serve)
                [ "${COMP_WORDS[COMP_CWORD - 1]}" = --limit ] || return
                mapfile -t COMPREPLY < <(compgen -S = -W "$(_afoot_limits "$program")" -- "$word")
                compopt -o nospace 2>/dev/null || : # the value follows
                ;;
            begin | token | list | history) ;;
            *) mapfile -t COMPREPLY < <(compgen -W "$(_afoot_ids "$program")" -- "$word") ;;
            esac
            ;;
        esac
        ;;
    esac
}
complete -F _afoot afoot
