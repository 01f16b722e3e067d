using System.Diagnostics;
using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>What all cmdlets share: the tracker, and how its answers are told.</summary>
public abstract class TtCmdlet : PSCmdlet
{
    private static readonly TimeSpan ZoneAgeMax = TimeSpan.FromSeconds(5);
    private static long _zoneAsked = Stopwatch.GetTimestamp();

    private CommandId? _step;

    private protected TtCmdlet()
    {
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // .NET asks for the machine's zone once in a process's life, and a prompt may stay open across a journey.
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref _zoneAsked)) > ZoneAgeMax)
        {
            Volatile.Write(ref _zoneAsked, Stopwatch.GetTimestamp());
            TimeZoneInfo.ClearCachedData();
        }
    }

    /// <summary>When a command acts: a time of day alone is the latest since what runs began.</summary>
    /// <returns>False where it cannot be read, which is then told.</returns>
    private protected bool TryWhen(TtTypedTime? at, TimeSpan? ago, out When when)
    {
        when = When.Now.Value;
        if (at is null)
        {
            when = ago is { } amount ? new When.Ago(amount) : when;
            return true;
        }

        var running = at.IsText ? AskIfAny(tracker => tracker.CurrentEntry()) : null;
        var place = running is { Entry: { IsRunning: true, Span.Start: var start } }
            ? ClockPlace.Since(start.ToDateTimeOffset())
            : ClockPlace.Today;
        if (!TryInstant("At", at, place, out var instant))
        {
            return false;
        }

        when = new When.At(instant);
        return true;
    }

    /// <summary>The instant that was given; false where it cannot be read, which is then told.</summary>
    private protected bool TryInstant(string parameter, TtTypedTime given, ClockPlace place, out DateTimeOffset instant) =>
        TryRead(parameter, given, () => given.Instant(place), out instant);

    /// <summary>The period that was given, a date alone at its end being all of that day.</summary>
    /// <returns>False where it cannot be read or ends before it begins, which is then told.</returns>
    private protected bool TryPeriod(
        TtTypedTime? from, TtTypedTime? to, (DateTimeOffset From, DateTimeOffset To) unlessGiven,
        out (DateTimeOffset From, DateTimeOffset To) period)
    {
        period = unlessGiven;
        if ((from is not null && !TryRead("From", from, from.Instant, out period.From))
            || (to is not null && !TryRead("To", to, to.PeriodEnd, out period.To)))
        {
            return false;
        }

        if (period.From <= period.To)
        {
            return true;
        }

        WriteError(ErrorRecords.For(Rejection.PeriodReversed(period.From, period.To), to ?? from));
        return false;
    }

    private bool TryRead(string parameter, TtTypedTime given, Func<DateTimeOffset> read, out DateTimeOffset instant)
    {
        try
        {
            instant = read();
            return true;
        }
        catch (TypedTextException unclear)
        {
            instant = default;
            var lasts = parameter == "End" && unclear.Code == nameof(RejectionCode.AmountNotATime)
                ? $"-Duration {given} says how long it lasted. "
                : string.Empty;
            WriteError(ErrorRecords.For(
                unclear.Code, ErrorCategory.InvalidArgument, given,
                $"-{parameter}: {unclear.Refusal} Nothing was changed.", lasts + unclear.Hint));
            return false;
        }
    }

    /// <summary>Gives a command to the tracker. All that one invocation gives is one step of undo.</summary>
    private protected CommandResult Execute(Tracker tracker, Command command)
    {
        var id = Tracker.NewCommandId();
        var result = tracker.Execute(id, command, _step);
        _step ??= id;
        return result;
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

    /// <summary>Asks the tracker where there is a store; null where there is none, and asking makes none.</summary>
    private protected T? AskIfAny<T>(Func<Tracker, T?> question)
        where T : class => StoreExists() ? Ask(question) : null;

    private bool StoreExists()
    {
        try
        {
            return TrackerSession.StoreExists();
        }
        catch (StoreException failure)
        {
            ThrowTerminatingError(ErrorRecords.For(failure));
            throw; // never reached
        }
    }

    /// <summary>
    /// Asks whether to go on. With -WhatIf the target says what would change: decided on what the store holds now, by
    /// the same rules, without writing to it.
    /// </summary>
    /// <param name="target">What is acted on. Naming it reads the store, so it is named only where somebody will see it:
    /// naming it always, stopping the timer took 0.2 ms longer.</param>
    /// <param name="action">What is done to it.</param>
    /// <param name="command">The same for the tracker.</param>
    private protected bool Confirms(Func<string> target, string action, Command command) =>
        ShouldProcess(
            Preferences.ShowText(this) ? ViewText.Plain($"{target()}{Effect(command)}") : string.Empty, action);

    /// <summary>An entry by its description, where there is such an entry.</summary>
    private protected string NamedEntry(EntryId id) => AskIfAny(tracker => tracker.Find(id)) is { } view
        ? $"'{view.Entry.Description}'"
        : $"entry {id}";

    /// <summary>Gives a command to the tracker. Null where it was refused or had nothing to do, which it has then told.</summary>
    private protected IReadOnlyList<EntryView>? Run(Command command, object? target = null)
    {
        Run(command, target, out var changed);
        return changed;
    }

    /// <summary>As the other, and false where it was refused.</summary>
    private protected bool Run(Command command, object? target, out IReadOnlyList<EntryView>? changed)
    {
        var running = command.Adjust == Adjustment.Refuse ? null : AskIfAny(tracker => tracker.CurrentEntry());
        var isDone = Tell(tracker => Execute(tracker, command), command.Verb.ToString(), target, out changed);
        if (changed is { Count: > 0 })
        {
            ChangeWarnings.Of(command, running?.Entry.Id, changed).ToList().ForEach(WriteWarning);
        }

        return isDone;
    }

    /// <summary>Tells what became of a command; false where it was refused.</summary>
    private protected bool Tell(
        Func<Tracker, CommandResult> execute, string verb, object? target, out IReadOnlyList<EntryView>? changed)
    {
        changed = null;
        switch (Ask(tracker => (tracker.StorePath, Result: execute(tracker))))
        {
            case (var path, CommandResult.Done done):
                WriteVerbose($"Committed {verb} {done.Id} to {path}.");
                done.NewProjects.ToList().ForEach(TellOfNew);
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
                WriteError(ErrorRecords.Refused(rejected.Rejection, target, MyInvocation.MyCommand.Parameters.Keys));
                return false;
            default:
                throw new InvalidOperationException("a command is done, refused or has nothing to do");
        }
    }

    /// <summary>A project that is new may be an old one that was mistyped.</summary>
    private void TellOfNew(string project)
    {
        var near = Near.Of(project, Ask(tracker => tracker.Completion.Projects(string.Empty))).FirstOrDefault();
        if (near is not null)
        {
            WriteWarning(ViewText.Plain(
                $"The project '{project}' is new, and much like '{near}'. Undo-TtCommand takes it back where you meant that."));
        }
        else
        {
            WriteVerbose(ViewText.Plain($"The project '{project}' is new."));
        }
    }

    private string Effect(Command command) => PreviewOf(command) switch
    {
        CommandPreview.Accepted { Changes.Count: > 0 } accepted => $" ({ChangeText.Line(accepted.Changes)})",
        CommandPreview.NothingToDo nothing => $" (would do nothing: {ErrorRecords.Text(nothing.Reason)})",
        CommandPreview.Rejected rejected => $" (would be refused: {rejected.Rejection.Message})",
        _ => string.Empty,
    };

    private CommandPreview? PreviewOf(Command command) =>
        Preferences.IsWhatIf(this) ? AskIfAny(tracker => tracker.Preview(command)) : null;

    private protected void Write(IEnumerable<EntryView>? views)
    {
        foreach (var view in views ?? [])
        {
            WriteObject(new TtEntry(view));
        }
    }
}
