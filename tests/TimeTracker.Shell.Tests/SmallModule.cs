namespace TimeTracker.Shell.Tests;

/// <summary>A script module under the product's name: what the shell does is the same for every module.</summary>
internal static class SmallModule
{
    private const string Manifest =
        """
        @{
            ModuleVersion = '1.0'
            GUID = '0f6d6f4e-5f0c-4d0b-8f0e-3b7f0e9f7a01'
            RootModule = 'TimeTracker.psm1'
            FunctionsToExport = 'Remove-Thing', 'Get-Thing', 'Test-Thing', 'Show-Thing', 'Use-Name'
            CmdletsToExport = @()
            AliasesToExport = @()
        }
        """;

    private const string Functions =
        """
        function Remove-Thing {
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param([string] $Name = 'thing')
            if ($PSCmdlet.ShouldProcess($Name, 'Remove')) { "removed $Name" } else { "kept $Name" }
        }
        function Get-Thing { [pscustomobject] @{ Name = 'α項目'; Size = 1 } }
        function Use-Name { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Name) "used $Name" }
        function Show-Thing {
            [CmdletBinding()] param()
            $PSCmdlet.WriteWarning('take care')
            $PSCmdlet.WriteVerbose('in detail')
        }
        function Test-Thing {
            [CmdletBinding()] param([switch] $Terminating)
            $exception = [System.InvalidOperationException]::new('inner words')
            $record = [System.Management.Automation.ErrorRecord]::new(
                $exception, 'ThingBroke', 'InvalidOperation', $null)
            $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new('The thing broke.')
            $record.ErrorDetails.RecommendedAction = 'Mend the thing.'
            if ($Terminating) { $PSCmdlet.ThrowTerminatingError($record) } else { $PSCmdlet.WriteError($record) }
        }
        """;

    /// <summary>Writes the module into TimeTracker/ of a folder and returns the manifest's path.</summary>
    public static string WriteTo(string folder)
    {
        var module = Directory.CreateDirectory(Path.Combine(folder, "TimeTracker")).FullName;
        File.WriteAllText(Path.Combine(module, "TimeTracker.psm1"), Functions);
        var manifest = Path.Combine(module, "TimeTracker.psd1");
        File.WriteAllText(manifest, Manifest);
        return manifest;
    }
}
