using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace TimeTracker.Shell;

/// <summary>Runs text in a runspace and shows what comes out, errors among it in their order.</summary>
internal sealed class PipelineRunner(Runspace runspace)
{
    private static readonly PSInvocationSettings Remembered = new() { AddToHistory = true };

    private readonly Lock _gate = new();
    private readonly Stack<PowerShell> _running = new();

    public RunOutcome Run(string script, params object[] arguments) => Run(
        pipeline =>
        {
            pipeline.AddScript(script);
            foreach (var argument in arguments)
            {
                pipeline.AddArgument(argument);
            }
        });

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

    /// <summary>Asks the running pipeline to end and does not wait: a stop takes as long as a cmdlet does.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (_running.TryPeek(out var running))
            {
                running.BeginStop(null, null);
            }
        }
    }

    private RunOutcome Run(Action<PowerShell> add)
    {
        using var pipeline = Create();
        add(pipeline);
        pipeline.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.AddCommand(ShellOutput.Command);
        try
        {
            Invoke(pipeline);
            return Succeeded(pipeline) ? RunOutcome.Succeeded : RunOutcome.Failed;
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

    /// <summary>An error that ended its pipeline is shown by another one, in the same view as the rest.</summary>
    private void Show(ErrorRecord error)
    {
        using var pipeline = Create();
        var shown = new PSObject(error);
        shown.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        pipeline.AddCommand(ShellOutput.Command).AddParameter(nameof(ShellOutput.InputObject), shown);
        pipeline.Invoke();
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
