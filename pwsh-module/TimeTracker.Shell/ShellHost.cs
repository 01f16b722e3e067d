using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace TimeTracker.Shell;

/// <summary>The engine with the module imported: one runspace, whose pipelines run on the calling thread.</summary>
internal sealed class ShellHost : PSHost, IDisposable
{
    private readonly Runspace _runspace;
    private readonly Stack<InteractiveLoop> _prompts = new();
    private readonly ShellConsole _console;

    /// <exception cref="RuntimeException">The module cannot be imported.</exception>
    public ShellHost(ShellConsole console, string moduleManifest)
    {
        _console = console;
        var screen = new ShellUserInterface(console);
        UI = screen;
        _runspace = RunspaceFactory.CreateRunspace(this, StateWith(moduleManifest));
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        try
        {
            _runspace.Open();
        }
        catch
        {
            _runspace.Dispose();
            throw;
        }

        Runner = new PipelineRunner(_runspace, screen);
    }

    public PipelineRunner Runner { get; }

    /// <summary>The N of `exit N`, once a script has said it.</summary>
    public int? RequestedExit { get; private set; }

    public override string Name => "TimeTracker.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!; // Every build sets it.

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI { get; }

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The innermost prompt ends, as in pwsh; outside of one the whole program does.</summary>
    public override void SetShouldExit(int exitCode)
    {
        if (_prompts.TryPeek(out var prompt) && prompt.IsNested)
        {
            prompt.End();
        }
        else
        {
            RequestedExit = exitCode;
        }
    }

    /// <summary>Reads and runs commands until the input ends; the exit code.</summary>
    public int RunPrompt() => RunPrompt(isNested: false);

    /// <summary>What Ctrl-C does: stops what runs, else drops what was typed.</summary>
    public void Interrupt()
    {
        if (!Runner.Stop() && _prompts.TryPeek(out var prompt))
        {
            prompt.Drop();
        }
    }

    /// <summary>The answer "Suspend" to a question comes here.</summary>
    public override void EnterNestedPrompt() => RunPrompt(isNested: true);

    public override void ExitNestedPrompt()
    {
        if (_prompts.TryPeek(out var prompt) && prompt.IsNested)
        {
            prompt.End();
        }
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public void Dispose() => _runspace.Dispose();

    private int RunPrompt(bool isNested)
    {
        var prompt = new InteractiveLoop(this, _console, isNested);
        _prompts.Push(prompt);
        try
        {
            return prompt.Run();
        }
        finally
        {
            _prompts.Pop();
        }
    }

    private static InitialSessionState StateWith(string moduleManifest)
    {
        // CreateDefault wants the console host's assembly, which the engine's package does not bring.
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([moduleManifest]);

        // Otherwise a module that fails to import is only missing.
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            // The engine's own default there is Restricted, under which no script and no format file loads.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        return state;
    }
}
