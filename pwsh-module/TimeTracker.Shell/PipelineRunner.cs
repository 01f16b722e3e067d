using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace TimeTracker.Shell;

/// <summary>Runs text in a runspace and shows what comes out, errors among it in their order.</summary>
internal sealed class PipelineRunner(Runspace runspace, ShellUserInterface screen)
{
    private static readonly PSInvocationSettings Remembered = new() { AddToHistory = true };

    private readonly Lock _gate = new();
    private readonly Stack<PowerShell> _running = new();

    public RunOutcome Run(string script, params object[] arguments)
    {
        Parser.ParseInput(script, out _, out var errors);
        return errors.Length > 0 ? Refuse(errors) : RunParsed(script, arguments);
    }

    /// <summary>
    /// Says why a text cannot be parsed. The engine's own error for a text that never ran has no position, and the
    /// view then shows an empty line: one that is thrown in a script gets the position of the mistake.
    /// </summary>
    public RunOutcome Refuse(ParseError[] errors)
    {
        using var pipeline = Create();
        try
        {
            pipeline.AddScript("param($mistake) throw $mistake").AddArgument(new ParseException(errors)).Invoke();
        }
        catch (RuntimeException thrown)
        {
            Show(thrown.ErrorRecord);
        }

        return RunOutcome.Broken;
    }

    /// <summary>The first line that a command gives, or null; its errors are not shown.</summary>
    public string? Ask(string command)
    {
        using var pipeline = Create();
        try
        {
            return pipeline.AddCommand(command).Invoke<string>().FirstOrDefault();
        }
        catch (RuntimeException)
        {
            // A prompt function of the user's own that throws must not take the prompt away.
            return null;
        }
    }

    /// <summary>
    /// Asks the running pipeline to end and does not wait: a stop takes as long as a cmdlet does. False if none runs.
    /// </summary>
    public bool Stop()
    {
        lock (_gate)
        {
            if (!_running.TryPeek(out var running))
            {
                return false;
            }

            running.BeginStop(null, null);
            return true;
        }
    }

    private RunOutcome RunParsed(string script, object[] arguments)
    {
        using var pipeline = Create();
        pipeline.AddScript(script);
        foreach (var argument in arguments)
        {
            pipeline.AddArgument(argument);
        }

        pipeline.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.AddCommand(ShellOutput.Command);
        try
        {
            Invoke(pipeline);

            // A stop throws, or ends the pipeline as if it were done: it depends on where it hits.
            return pipeline.InvocationStateInfo.State == PSInvocationState.Stopped
                ? RunOutcome.Stopped
                : Succeeded(pipeline) ? RunOutcome.Succeeded : RunOutcome.Failed;
        }
        catch (PipelineStoppedException)
        {
            return RunOutcome.Stopped;
        }
        catch (RuntimeException exception)
        {
            Show(exception.ErrorRecord);
            return RunOutcome.Broken;
        }
    }

    private void Invoke(PowerShell pipeline)
    {
        lock (_gate)
        {
            _running.Push(pipeline);
        }

        try
        {
            pipeline.Invoke(null, Remembered);
        }
        finally
        {
            lock (_gate)
            {
                _running.Pop();
            }
        }
    }

    /// <summary>
    /// An error that ended its pipeline is shown by another one, in the same view as the rest. Not through the error
    /// stream: a cmdlet that writes an error there replaces the position that it has.
    /// </summary>
    private void Show(ErrorRecord error)
    {
        using var pipeline = Create();
        using var shown = screen.ShowErrors();
        pipeline.AddCommand(ShellOutput.Command).AddParameter(nameof(ShellOutput.InputObject), error).Invoke();
    }

    // `$?` is out of reach while an outer pipeline runs, and nobody asks for it there.
    private bool Succeeded(PowerShell pipeline) => pipeline.IsNested
        ? !pipeline.HadErrors
        : runspace.SessionStateProxy.GetVariable("?") is true;

    private PowerShell Create()
    {
        lock (_gate)
        {
            if (_running.Count > 0)
            {
                return PowerShell.Create(RunspaceMode.CurrentRunspace);
            }
        }

        return PowerShell.Create(runspace);
    }
}
