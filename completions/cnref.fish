# fish completion for cnref.
# To load it: cnref completions fish | source, or save it as
# ~/.config/fish/completions/cnref.fish

function __cnref_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l candidates ($words[1] __complete fish -- $words[2..-1] "$current" 2>/dev/null)
    if test "$candidates" = ":paths"
        __fish_complete_path "$current"
    else
        printf '%s\n' $candidates
    end
end

complete -c cnref -f -k -a '(__cnref_complete)'
