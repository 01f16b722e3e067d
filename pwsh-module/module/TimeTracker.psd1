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
        'Connect-TtServer'
        'Disconnect-TtServer'
        'Find-TtGap'
        'Get-TtConflict'
        'Get-TtDevice'
        'Get-TtEntry'
        'Get-TtHistory'
        'Get-TtPolicy'
        'Get-TtProject'
        'Get-TtPromptStatus'
        'Get-TtReport'
        'Get-TtReview'
        'Get-TtSync'
        'Get-TtTag'
        'Get-TtTimer'
        'Measure-TtCommand'
        'Redo-TtCommand'
        'Remove-TtEntry'
        'Rename-TtProject'
        'Resolve-TtConflict'
        'Resolve-TtReview'
        'Resolve-TtSync'
        'Resume-TtTimer'
        'Revoke-TtDevice'
        'Set-TtEntry'
        'Set-TtPolicy'
        'Start-TtTimer'
        'Stop-TtTimer'
        'Suspend-TtTimer'
        'Switch-TtTimer'
        'Sync-TtStore'
        'Undo-TtCommand'
        'Write-TtPrompt'
    )
}
