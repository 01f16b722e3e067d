using System.Collections.Frozen;
using System.Management.Automation;

namespace TimeTracker.Shell;

/// <summary>
/// The commands that a full PowerShell 7.6 has beside the engine. The engine's own message for one of them, "is not
/// recognized", would send a person to look for a typing error.
/// </summary>
internal static class BareEngine
{
    // Of the modules Microsoft.PowerShell.Utility, .Management, .Security, .Host and .Diagnostics, and PSReadLine.
    private const string Commands =
        """
        Add-Content Add-Member Add-Type Clear-Content Clear-Item Clear-ItemProperty Clear-RecycleBin Clear-Variable
        Compare-Object Convert-Path ConvertFrom-Csv ConvertFrom-Json ConvertFrom-Markdown ConvertFrom-SddlString
        ConvertFrom-SecureString ConvertFrom-StringData ConvertTo-CliXml ConvertFrom-CliXml ConvertTo-Csv
        ConvertTo-Html ConvertTo-Json ConvertTo-SecureString ConvertTo-Xml Copy-Item Copy-ItemProperty Debug-Process
        Debug-Runspace Disable-PSBreakpoint Disable-RunspaceDebug Enable-PSBreakpoint Enable-RunspaceDebug
        Export-Alias Export-Clixml Export-Csv Export-FormatData Export-PSSession Format-Custom Format-Hex Format-List
        Format-Table Format-Wide Get-Acl Get-Alias Get-AuthenticodeSignature Get-ChildItem Get-Clipboard
        Get-CmsMessage Get-ComputerInfo Get-Content Get-Counter Get-Credential Get-Culture Get-Date Get-Error
        Get-Event Get-EventSubscriber Get-ExecutionPolicy Get-FileHash Get-FormatData Get-Host Get-HotFix Get-Item
        Get-ItemProperty Get-ItemPropertyValue Get-Location Get-MarkdownOption Get-Member Get-PSBreakpoint
        Get-PSCallStack Get-PSDrive Get-PSProvider Get-PSReadLineKeyHandler Get-PSReadLineOption Get-PfxCertificate
        Get-Process Get-Random Get-Runspace Get-RunspaceDebug Get-SecureRandom Get-Service Get-TimeZone
        Get-TraceSource Get-TypeData Get-UICulture Get-Unique Get-Uptime Get-Variable Get-Verb Get-WinEvent
        Group-Object Import-Alias Import-Clixml Import-Csv Import-LocalizedData Import-PSSession
        Import-PowerShellDataFile Invoke-Expression Invoke-Item Invoke-RestMethod Invoke-WebRequest Join-Path
        Join-String Measure-Command Measure-Object Move-Item Move-ItemProperty New-Alias New-Event New-Guid New-Item
        New-ItemProperty New-Object New-PSDrive New-Service New-TemporaryFile New-TimeSpan New-Variable Out-File
        Out-GridView Out-Printer Out-String Pop-Location Protect-CmsMessage Push-Location Read-Host
        Receive-Event Register-EngineEvent Register-ObjectEvent Remove-Alias Remove-Event Remove-Item
        Remove-ItemProperty Remove-PSBreakpoint Remove-PSDrive Remove-PSReadLineKeyHandler Remove-Service
        Remove-TypeData Remove-Variable Rename-Computer Rename-Item Rename-ItemProperty Resolve-Path Restart-Computer
        Restart-Service Resume-Service Select-Object Select-String Select-Xml Send-MailMessage Set-Acl Set-Alias
        Set-AuthenticodeSignature Set-Clipboard Set-Content Set-Date Set-ExecutionPolicy Set-Item Set-ItemProperty
        Set-Location Set-MarkdownOption Set-PSBreakpoint Set-PSReadLineKeyHandler Set-PSReadLineOption Set-Service
        Set-TimeZone Set-TraceSource Set-Variable Show-Command Show-Markdown Sort-Object Split-Path Start-Process
        Start-Service Start-Sleep Start-Transcript Stop-Computer Stop-Process Stop-Service Stop-Transcript
        Suspend-Service Tee-Object Test-Connection Test-FileCatalog Test-Json Test-Path Trace-Command
        Unblock-File Unprotect-CmsMessage Unregister-Event Update-FormatData Update-List Update-TypeData Wait-Debugger
        Wait-Event Wait-Process Write-Debug Write-Error Write-Host Write-Information Write-Output Write-Progress
        Write-Verbose Write-Warning
        """;

    private static readonly FrozenSet<string> Missing = Commands
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to say about a command, or null where a full PowerShell would not have it either.</summary>
    public static string? MessageFor(string command) => Missing.TryGetValue(command, out var name)
        ? $"This is the bare PowerShell engine, which has no {name}: a full PowerShell 7.6 has that command."
        : null;

    /// <summary>Rewords an error about one of these commands; leaves every other error alone.</summary>
    public static void Explain(ErrorRecord error)
    {
        if (error.Exception is CommandNotFoundException { CommandName: { } name } && MessageFor(name) is { } message)
        {
            error.ErrorDetails = new ErrorDetails(message);
        }
    }
}
