# bash completion for cnref; works in bash 3.2 and newer.
# To load it: source <(cnref completions bash), or save it as
# ~/.local/share/bash-completion/completions/cnref

_cnref() {
    local IFS=$'\n' candidate
    COMPREPLY=()
    # Keep the order in which the candidates come (bash 4.4 and newer).
    compopt -o nosort 2>/dev/null
    while read -r candidate; do
        if [ "$candidate" = ":paths" ]; then
            compopt -o default 2>/dev/null
        else
            COMPREPLY+=("$candidate")
        fi
    done < <("${COMP_WORDS[0]}" __complete bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -F _cnref cnref
