using System.Management.Automation.Language;
using System.Text;

namespace TimeTracker.Shell;

/// <summary>
/// Reads commands and runs them until the input ends, `exit`, or End. A prompt is shown only to a person: commands
/// that come from a pipe leave the output to the results.
/// </summary>
internal sealed class InteractiveLoop(ShellHost host, ShellConsole console, bool isNested)
{
    private const string Continuation = ">> ";

    private volatile bool _dropped;
    private volatile string _prompt = string.Empty;
    private bool _ended;

    /// <summary>True for a prompt within a running command, which goes on afterwards.</summary>
    public bool IsNested { get; } = isNested;

    /// <summary>
    /// The program's exit code. The end of piped input is the end of a script: it fails if its last command did.
    /// </summary>
    public int Run()
    {
        var last = RunOutcome.Succeeded;
        while (!_ended && host.RequestedExit is null && ReadCommand() is { } command)
        {
            if (!string.IsNullOrWhiteSpace(command))
            {
                last = host.Runner.Run(command);
            }
        }

        return host.RequestedExit ?? (console.InputIsTerminal || last is RunOutcome.Succeeded
            ? ExitCode.Success
            : ExitCode.Failure);
    }

    /// <summary>The prompt ends once the running command has.</summary>
    public void End() => _ended = true;

    /// <summary>
    /// Forgets the lines of an unfinished command. The terminal itself drops the line that is being typed, and the
    /// read that waits for it goes on: the next line is the first of a new command.
    /// </summary>
    public void Drop()
    {
        _dropped = true;
        if (console.InputIsTerminal)
        {
            console.Questions.WriteLine();
            console.Questions.Write(_prompt);
        }
    }

    /// <summary>Lines up to one that the parser takes for an end; an unfinished rest is run as it is.</summary>
    private string? ReadCommand()
    {
        _prompt = host.Runner.Ask("prompt") ?? "PS> ";
        _dropped = false;
        var text = new StringBuilder();
        while (ReadLine(text.Length == 0 ? _prompt : Continuation) is { } line)
        {
            if (_dropped)
            {
                _dropped = false;
                text.Clear();
            }

            text.Append(line).Append('\n');
            if (!IsIncomplete(text.ToString()))
            {
                return text.ToString();
            }
        }

        return text.Length > 0 ? text.ToString() : null;
    }

    private string? ReadLine(string prompt)
    {
        if (!console.InputIsTerminal)
        {
            return console.Input.ReadLine();
        }

        console.Questions.Write(prompt);
        var line = console.Input.ReadLine();
        if (line is null)
        {
            console.Questions.WriteLine();
        }

        return line;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return errors.Any(static error => error.IncompleteInput);
    }
}
