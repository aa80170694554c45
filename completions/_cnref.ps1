# PowerShell completion for cnref.
# To load it: cnref completions powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName cnref -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        Select-Object -Skip 1 |
        ForEach-Object { $_.ToString() })
    if ($wordToComplete -eq '') { $words += '' }
    cnref __complete powershell -- @words 2>$null | ForEach-Object {
        $value, $summary = $_ -split "`t", 2
        if ($value -eq ':paths') { return }
        if (-not $summary) { $summary = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $summary)
    }
}
