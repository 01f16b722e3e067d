using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Security;
using System.Text;

namespace TimeTracker.PowerShell.Tests;

/// <summary>A host that keeps what it is given to show, and answers questions with prepared answers.</summary>
internal sealed class RecordingHost : PSHost
{
    private readonly RecordingInterface _ui;

    internal RecordingHost(int width, params int[] choices) => _ui = new RecordingInterface(width, choices);

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Recording";

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = new(1, 0);

    internal string Shown => _ui.Text.ToString();

    /// <summary>Runs a script in a runspace of this host, and gives back what was shown, without colours.</summary>
    internal string Run(string script)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Engine.Manifest);
        using var runspace = RunspaceFactory.CreateRunspace(this, state);
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        try
        {
            shell.AddScript(script).Invoke();
        }
        finally
        {
            // The process's stores close with the last module.
            using var last = System.Management.Automation.PowerShell.Create(runspace);
            last.AddScript("Remove-Module TimeTracker").Invoke();
        }

        return new System.Management.Automation.Internal.StringDecorated(Shown).ToString(OutputRendering.PlainText);
    }

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class RecordingInterface(int width, int[] choices) : PSHostUserInterface
    {
        private int _asked;

        internal StringBuilder Text { get; } = new();

        public override PSHostRawUserInterface RawUI { get; } = new RecordingRawInterface(width);

        public override void Write(string value) => Text.Append(value);

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Text.Append(value);

        public override void WriteLine(string value) => Text.Append(value.TrimEnd()).Append('\n');

        public override void WriteErrorLine(string value) => Text.Append("ERROR: ").Append(value).Append('\n');

        public override void WriteDebugLine(string message) => Text.Append("DEBUG: ").Append(message).Append('\n');

        public override void WriteVerboseLine(string message) => Text.Append("VERBOSE: ").Append(message).Append('\n');

        public override void WriteWarningLine(string message) => Text.Append("WARNING: ").Append(message).Append('\n');

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override int PromptForChoice(
            string caption, string message, Collection<ChoiceDescription> choices1, int defaultChoice)
        {
            Text.Append(message).Append('\n');
            return choices[_asked++];
        }

        public override Dictionary<string, PSObject> Prompt(
            string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            throw new NotSupportedException();

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName,
            PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw new NotSupportedException();

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();
    }

    private sealed class RecordingRawInterface(int width) : PSHostRawUserInterface
    {
        public override ConsoleColor BackgroundColor { get; set; }

        public override Size BufferSize { get; set; } = new(width, 300);

        public override Coordinates CursorPosition { get; set; }

        public override int CursorSize { get; set; }

        public override ConsoleColor ForegroundColor { get; set; }

        public override bool KeyAvailable => false;

        public override Size MaxPhysicalWindowSize => BufferSize;

        public override Size MaxWindowSize => BufferSize;

        public override Coordinates WindowPosition { get; set; }

        public override Size WindowSize { get; set; } = new(width, 50);

        public override string WindowTitle { get; set; } = string.Empty;

        public override void FlushInputBuffer()
        {
        }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

        public override void ScrollBufferContents(
            Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw new NotSupportedException();

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();
    }
}
