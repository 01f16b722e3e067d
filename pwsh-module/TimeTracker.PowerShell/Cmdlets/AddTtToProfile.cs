using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Shows the timer before your prompt from now on: asks, shows what it adds to the profile, keeps your prompt.</summary>
/// <example>
/// <code>Add-TtToProfile -Path ./profile.ps1 -WhatIf</code>
/// Shows what would be added to that profile; without -WhatIf it asks first.
/// </example>
[Cmdlet(VerbsCommon.Add, "TtToProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class AddTtToProfile : PSCmdlet
{
    /// <summary>The profile; that of this user and host unless told otherwise.</summary>
    [Parameter(Position = 0)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((Path ?? GetVariableValue("PROFILE")?.ToString()) is not { Length: > 0 } named)
        {
            ThrowTerminatingError(ErrorRecords.For(
                "NoProfile", ErrorCategory.ObjectNotFound, target: null,
                "This host has no profile; nothing was changed.", "Name the file by -Path."));
            return;
        }

        var path = GetUnresolvedProviderPathFromPSPath(named);
        if (ProfileChange.IsIn(path))
        {
            WriteWarning($"{path} shows the timer already; nothing was changed.");
        }
        else if (ShouldProcess(
            $"Add to {path}:\n{ProfileChange.Lines}",
            $"Your prompt stays and gets the timer before it. Add these lines to {path}?\n{ProfileChange.Lines}",
            "Add the timer to the prompt"))
        {
            Append(path);
        }
    }

    private void Append(string path)
    {
        try
        {
            ProfileChange.AppendTo(path);
            WriteVerbose($"Added to {path}; it shows in the next session, or after '. {path}'.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.For(
                "ProfileNotWritten", ErrorCategory.WriteError, path, $"{path} cannot be written: {failure.Message}",
                "See that you may write to it, or name another file by -Path."));
        }
    }
}
