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

    /// <summary>Gives a command to the tracker. Null where it was refused or had nothing to do, which it has then told.</summary>
    private protected IReadOnlyList<EntryView>? Run(Command command, object? target = null)
    {
        switch (Ask(tracker => (tracker.StorePath, Result: tracker.Execute(command))))
        {
            case (var path, CommandResult.Done done):
                WriteVerbose($"Committed {command.Verb} {done.Id} to {path}.");
                return done.Changed;
            case (_, CommandResult.NothingToDo nothing):
                WriteWarning(ErrorRecords.Text(nothing.Reason));
                return null;
            case (_, CommandResult.Rejected rejected):
                WriteError(ErrorRecords.For(rejected.Rejection, target));
                return null;
            default:
                throw new InvalidOperationException("a command is done, refused or has nothing to do");
        }
    }

    private protected void Write(IEnumerable<EntryView>? views)
    {
        foreach (var view in views ?? [])
        {
            WriteObject(new TtEntry(view));
        }
    }
}
