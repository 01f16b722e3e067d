@{
    RootModule           = 'TimeTracker.PowerShell.dll'
    NestedModules        = @('TimeTracker.Loader.dll')
    FormatsToProcess     = @('TimeTracker.Format.ps1xml')
    ModuleVersion        = '0.1.0'
    GUID                 = '3f0d6a0e-6f0b-4b53-9d0a-6f4f7e0c2a51'
    Author               = 'The TimeTracker authors'
    Copyright            = 'The TimeTracker authors, MIT'
    Description          = 'A time tracker whose minutes can be trusted.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Add-TtEntry'
        'Add-TtToProfile'
        'Find-TtGap'
        'Get-TtEntry'
        'Get-TtHistory'
        'Get-TtPolicy'
        'Get-TtProject'
        'Get-TtPromptStatus'
        'Get-TtReport'
        'Get-TtReview'
        'Get-TtTag'
        'Get-TtTimer'
        'Measure-TtCommand'
        'Redo-TtCommand'
        'Remove-TtEntry'
        'Rename-TtProject'
        'Resolve-TtReview'
        'Resume-TtTimer'
        'Set-TtEntry'
        'Set-TtPolicy'
        'Start-TtTimer'
        'Stop-TtTimer'
        'Suspend-TtTimer'
        'Switch-TtTimer'
        'Undo-TtCommand'
        'Write-TtPrompt'
    )
}
