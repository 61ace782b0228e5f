# Completion of afoot for fish. Commands and options are those that afoot itself prints, so they cannot go stale.

function __afoot_commands
    afoot --help 2>/dev/null | string replace -rf '^  ([a-z][a-z-]*)  +(.*)$' '$1\t$2'
end

function __afoot_options
    set -l words (commandline -opc)
    set -l action
    test "$words[2]" = source; and set action (string match -v -- '-*' $words[3])
    test (count $words) -ge 2; and afoot $words[2] $action --help 2>/dev/null |
        string replace -rf '^ +(?:-[a-zA-Z], )?(--[a-z-]+)(?: [A-Z=]+)?  +(.*)$' '$1\t$2'
end

function __afoot_ids
    afoot list --all 2>/dev/null | string match -rv '^(ID)? ' | string replace -r '^(\S+)\s+' '$1\t'
end

function __afoot_sources
    afoot source list 2>/dev/null | string replace -r '^(\S+)\s+' '$1\t'
end

function __afoot_limits
    afoot serve --limit help 2>/dev/null | string match -rv '^NAME ' | string replace -r '^(\S+) .*  (.*)$' '$1=\t$2'
end

function __afoot_wraps
    contains -- -- (commandline -opc)
end

complete -c afoot -f
complete -c afoot -n __fish_use_subcommand -a '(__afoot_commands)'
complete -c afoot -n 'not __fish_use_subcommand; and not __afoot_wraps; and string match -q -- "-*" (commandline -ct)' -a '(__afoot_options)'
complete -c afoot -n '__fish_seen_subcommand_from update log complete fail show tail wait watch cancel pause resume retry; and not __fish_seen_subcommand_from source; and not __afoot_wraps' -a '(__afoot_ids)'
complete -c afoot -n '__fish_seen_subcommand_from run; and __afoot_wraps' -a '(__fish_complete_subcommand --fcs-skip=3)'
complete -c afoot -n '__fish_seen_subcommand_from dialect; and not __fish_seen_subcommand_from check list new' -a 'check list new'
complete -c afoot -n '__fish_seen_subcommand_from dialect; and __fish_seen_subcommand_from check' -F
complete -c afoot -n '__fish_seen_subcommand_from serve; and test (commandline -opc)[-1] = --limit' -a '(__afoot_limits)'
complete -c afoot -n '__fish_seen_subcommand_from source; and not __fish_seen_subcommand_from add change list pause remove resume' -a 'add change list pause remove resume'
complete -c afoot -n '__fish_seen_subcommand_from source; and __fish_seen_subcommand_from change pause remove resume' -a '(__afoot_sources)'
