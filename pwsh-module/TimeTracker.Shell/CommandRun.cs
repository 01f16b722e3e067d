using System.Management.Automation.Language;

namespace TimeTracker.Shell;

/// <summary>Runs what the command line gave and says with which code the program ends, as pwsh would.</summary>
internal static class CommandRun
{
    public static int Text(ShellHost host, string text)
    {
        var outcome = host.Runner.Run(text);
        return host.RequestedExit ?? outcome switch
        {
            RunOutcome.Succeeded => ExitCode.Success,
            RunOutcome.Stopped => ExitCode.Stopped,
            _ => ExitCode.Failure,
        };
    }

    public static int Script(ShellHost host, Invocation.File file)
    {
        // Run by its path, a script swallows its own `exit N`: a block of the same file hands it on.
        var ast = Parser.ParseFile(Path.GetFullPath(file.Path), out _, out var errors);
        var outcome = errors.Length > 0
            ? host.Runner.Refuse(errors)
            : host.Runner.Run(
                $"param($script) & $script {ScriptArguments.Format(file.Arguments)}", ast.GetScriptBlock());
        return host.RequestedExit ?? outcome switch
        {
            RunOutcome.Broken => ExitCode.Failure,
            RunOutcome.Stopped => ExitCode.Stopped,
            _ => ExitCode.Success,
        };
    }
}
