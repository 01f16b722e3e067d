using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace TimeTracker.Shell;

/// <summary>
/// The end of every pipeline: Out-Default, which first says in an error what this shell knows about it. It keeps the
/// name: the engine leaves a native command its terminal only if Out-Default comes next.
/// </summary>
[Cmdlet("Out", "Default")]
internal sealed class ShellOutput : OutDefaultCommand
{
    public static CmdletInfo Command { get; } = new("Out-Default", typeof(ShellOutput));

    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is ErrorRecord error)
        {
            BareEngine.Explain(error);
        }

        base.ProcessRecord();
    }
}
