# elvish completion for cnref.
# To load it: eval (cnref completions elvish | slurp)

use str

set edit:completion:arg-completer[cnref] = {|@words|
    cnref __complete elvish -- (all $words[1..]) 2>/dev/null | from-lines | each {|line|
        if (eq $line ":paths") {
            edit:complete-filename $words[-1]
        } else {
            var parts = [(str:split &max=2 "\t" $line)]
            if (== (count $parts) 2) {
                edit:complex-candidate $parts[0] &display=$parts[0]' - '$parts[1]
            } else {
                put $line
            }
        }
    }
}
