using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace TimeTracker.Shell;

/// <summary>
/// What the engine shows and asks. Results go to standard output; errors, warnings and the other messages to
/// standard error, so that redirected output is data and nothing else.
/// </summary>
internal sealed class ShellUserInterface : PSHostUserInterface
{
    private readonly ScreenWriter _results;
    private readonly ScreenWriter _errors;
    private readonly ProgressLine _progress;
    private readonly ChoiceQuestion _choice;
    private readonly FieldQuestions _fields;
    private readonly LineReader _lines;
    private ScreenWriter _output;

    public ShellUserInterface(ShellConsole console)
    {
        RawUI = new ShellRawUserInterface(console);
        SupportsVirtualTerminal = console.OutputIsTerminal && ShellConsole.UnderstandsEscapes;
        _progress = new ProgressLine(console);
        _results = new ScreenWriter(console.Output, console.OutputIsTerminal, _progress);
        _errors = new ScreenWriter(console.Errors, console.ErrorsAreTerminal, _progress);
        _output = _results;
        _lines = new LineReader(console);
        _choice = new ChoiceQuestion(_lines);
        _fields = new FieldQuestions(_lines);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal { get; }

    public override void Write(string value) => _output.Write(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        _output.Write(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteLine(string value) => _output.WriteLine(value);

    public override void WriteErrorLine(string value) => _errors.WriteLine(value);

    public override void WriteWarningLine(string message) =>
        WriteMessage(PSStyle.Instance.Formatting.Warning, "WARNING: ", message);

    public override void WriteVerboseLine(string message) =>
        WriteMessage(PSStyle.Instance.Formatting.Verbose, "VERBOSE: ", message);

    public override void WriteDebugLine(string message) =>
        WriteMessage(PSStyle.Instance.Formatting.Debug, "DEBUG: ", message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string? ReadLine() => _lines.Read();

    public override SecureString ReadLineAsSecureString() => _lines.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        _fields.Ask(caption, message, descriptions);

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _choice.Ask(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        _fields.AskCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        _fields.AskCredential(caption, message, userName);

    /// <summary>Until it is disposed, what the engine formats is an error.</summary>
    public IDisposable ShowErrors()
    {
        _output = _errors;
        return new Restored(this);
    }

    private static string Coloured(ConsoleColor foreground, ConsoleColor background, string value) =>
        PSStyle.MapForegroundColorToEscapeSequence(foreground)
        + PSStyle.MapBackgroundColorToEscapeSequence(background)
        + value
        + PSStyle.Instance.Reset;

    private void WriteMessage(string style, string prefix, string message) =>
        _errors.WriteLine(style + prefix + message + PSStyle.Instance.Reset);

    private sealed class Restored(ShellUserInterface screen) : IDisposable
    {
        public void Dispose() => screen._output = screen._results;
    }
}
