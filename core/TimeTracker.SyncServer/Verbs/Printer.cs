using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Verbs;

/// <summary>Says to the operator what came of a verb.</summary>
internal sealed class Printer(TextWriter output, TextWriter errors)
{
    internal ExitCode Say(string line)
    {
        output.WriteLine(line);
        return ExitCode.Done;
    }

    internal ExitCode Refuse(string line, ExitCode exitCode = ExitCode.Failed)
    {
        errors.WriteLine(line);
        return exitCode;
    }

    /// <summary>The only place where a code is shown: on standard output, where no log is written.</summary>
    internal ExitCode Show(OneTimeCode code, string user) =>
        Say($"One-time code for {user}, until {code.Expires}: {code.Text}");
}
