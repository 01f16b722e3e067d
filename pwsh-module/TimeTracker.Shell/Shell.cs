using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace TimeTracker.Shell;

/// <summary>The whole program but for the process around it.</summary>
internal static class Shell
{
    public static int Run(
        IReadOnlyList<string> arguments, ShellConsole console, IReadOnlyList<string> moduleCandidates)
    {
        switch (CommandLine.Parse(arguments))
        {
            case Invocation.BadUsage bad:
                console.Errors.WriteLine(bad.Reason);
                console.Errors.WriteLine(CommandLine.Usage);
                return ExitCode.Usage;
            case Invocation.Help:
                console.Output.WriteLine(CommandLine.HelpText);
                return ExitCode.Success;
            case Invocation.File file when !File.Exists(file.Path):
                console.Errors.WriteLine($"There is no script at '{file.Path}'.");
                return ExitCode.Usage;
            case var invocation when ModuleLocation.Find(moduleCandidates) is { } manifest:
                return RunWithModule(invocation, console, manifest);
            default:
                console.Errors.WriteLine(
                    $"The TimeTracker module is not built: run '{ModuleLocation.BuildCommand}' in the repository.");
                return ExitCode.Failure;
        }
    }

    private static int RunWithModule(Invocation invocation, ShellConsole console, string manifest)
    {
        try
        {
            using var host = Open(console, manifest);
            return host is null ? ExitCode.Failure : Run(invocation, host);
        }
        catch (Exception exception)
        {
            // What comes here is a fault of this program or a stream that was closed. Broad, because whatever it is,
            // a person can do nothing with a stack trace; the exit code says that it failed.
            TryWrite(console.Errors, $"The shell ended: {OneLine(exception)}");
            return ExitCode.Failure;
        }
    }

    private static ShellHost? Open(ShellConsole console, string manifest)
    {
        try
        {
            return new ShellHost(console, manifest);
        }
        catch (RuntimeException exception)
        {
            console.Errors.WriteLine($"The module at {manifest} cannot be imported: {OneLine(exception)}");
            return null;
        }
    }

    private static int Run(Invocation invocation, ShellHost host)
    {
        using var interrupt = new Interrupt(host);
        return invocation switch
        {
            Invocation.Command command => CommandRun.Text(host, command.Text),
            Invocation.File file => CommandRun.Script(host, file),
            _ => host.RunPrompt(),
        };
    }

    private static string OneLine(Exception exception)
    {
        var message = exception is RunspaceOpenModuleLoadException { ErrorRecords: { Count: > 0 } records }
            ? records[0].ToString()
            : exception.Message;
        return message.ReplaceLineEndings(" ").Trim();
    }

    private static void TryWrite(TextWriter errors, string line)
    {
        try
        {
            errors.WriteLine(line);
        }
        catch (IOException)
        {
            // Standard error is gone as well; the exit code still tells.
        }
    }
}
