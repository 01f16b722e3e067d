using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>What all cmdlets share: the tracker, and how its answers are told.</summary>
public abstract class TtCmdlet : PSCmdlet
{
    private protected TtCmdlet()
    {
    }

    /// <summary>Asks the tracker; a store that cannot answer ends the cmdlet.</summary>
    private protected T Ask<T>(Func<Tracker, T> question)
    {
        Tracker? tracker = null;
        try
        {
            tracker = TrackerSession.Current();
            return question(tracker);
        }
        catch (StoreException failure)
        {
            if (failure.Fault == StoreFault.Moved && tracker is not null)
            {
                TrackerSession.Forget(tracker);
            }

            ThrowTerminatingError(ErrorRecords.For(failure));
            throw; // never reached
        }
    }

    /// <summary>
    /// Asks whether to go on. With -WhatIf the target says what would change: decided on what the store holds now, by
    /// the same rules, without writing to it.
    /// </summary>
    private protected bool Confirms(string target, string action, Command command) =>
        ShouldProcess(IsWhatIf && TrackerSession.StoreExists() ? $"{target}{Effect(command)}" : target, action);

    /// <summary>Gives a command to the tracker. Null where it was refused or had nothing to do, which it has then told.</summary>
    private protected IReadOnlyList<EntryView>? Run(Command command, object? target = null)
    {
        Run(command, target, out var changed);
        return changed;
    }

    /// <summary>As the other, and false where it was refused.</summary>
    private protected bool Run(Command command, object? target, out IReadOnlyList<EntryView>? changed)
    {
        changed = null;
        switch (Ask(tracker => (tracker.StorePath, Result: tracker.Execute(command))))
        {
            case (var path, CommandResult.Done done):
                WriteVerbose($"Committed {command.Verb} {done.Id} to {path}.");
                changed = done.Changed;
                return true;
            case (_, CommandResult.NothingToDo { Reason: NothingToDoReason.NoChange }):
                // What is asked for is so: no news, and in a pipeline of many no flood of it.
                WriteVerbose(ErrorRecords.Text(NothingToDoReason.NoChange));
                return true;
            case (_, CommandResult.NothingToDo nothing):
                WriteWarning(ErrorRecords.Text(nothing.Reason));
                return true;
            case (_, CommandResult.Rejected rejected):
                WriteError(ErrorRecords.For(rejected.Rejection, target));
                return false;
            default:
                throw new InvalidOperationException("a command is done, refused or has nothing to do");
        }
    }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound)
        ? bound is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private string Effect(Command command) => Ask(tracker => tracker.Preview(command)) switch
    {
        CommandPreview.Accepted { Changes.Count: > 0 } accepted => $" ({Views.ChangeText.Line(accepted.Changes)})",
        CommandPreview.NothingToDo nothing => $" (would do nothing: {ErrorRecords.Text(nothing.Reason)})",
        CommandPreview.Rejected rejected => $" (would be refused: {rejected.Rejection.Message})",
        _ => string.Empty,
    };

    private protected void Write(IEnumerable<EntryView>? views)
    {
        foreach (var view in views ?? [])
        {
            WriteObject(new TtEntry(view));
        }
    }
}
