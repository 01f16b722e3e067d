using System.Management.Automation;
using System.Text.RegularExpressions;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>Tells refusals and failures as PowerShell does: a stable id, a category, and what to type instead.</summary>
internal static partial class ErrorRecords
{
    /// <summary>A command that was refused.</summary>
    /// <param name="rejection">Why.</param>
    /// <param name="target">What it was about.</param>
    /// <param name="parameters">Those of the cmdlet at hand: a hint that names another one would help nobody.</param>
    internal static ErrorRecord Refused(Rejection rejection, object? target, ICollection<string> parameters)
    {
        var advice = Advice(rejection);
        return For(
            rejection.Code.ToString(), Category(rejection.Code), target, $"{rejection.Message} Nothing was changed.",
            advice is not null && NamesOnly(advice, parameters) ? advice : rejection.Hint);
    }

    /// <summary>A question that has no answer.</summary>
    internal static ErrorRecord For(Rejection rejection, object? target) => For(rejection, target, rejection.Message);

    internal static ErrorRecord For(StoreException failure) => Record(
        failure, $"Store{failure.Fault}", Category(failure.Fault), target: null, failure.Message, failure.Hint);

    internal static ErrorRecord For(SyncException failure, object? target) => Record(
        failure, $"Sync{failure.Fault}", Category(failure.Fault), target, ViewText.Plain(failure.Message), failure.Hint);

    /// <summary>A cmdlet's own refusal.</summary>
    internal static ErrorRecord For(string id, ErrorCategory category, object? target, string message, string hint) =>
        Record(new InvalidOperationException(message), id, category, target, message, hint);

    internal static string Text(NothingToDoReason reason) => reason switch
    {
        NothingToDoReason.NotRunning => "No timer runs; nothing was changed.",
        NothingToDoReason.EntryHasEnded => "That entry has ended already; nothing was changed.",
        NothingToDoReason.AlreadyPaused => "The timer is paused already; nothing was changed.",
        NothingToDoReason.AlreadyRunning => "The timer runs already; nothing was changed.",
        NothingToDoReason.AlreadyRemoved => "The entry is removed already; nothing was changed.",
        NothingToDoReason.NoChange => "It is like that already; nothing was changed.",
        NothingToDoReason.BreakHasEnded => "That break has ended already; nothing was changed.",
        NothingToDoReason.AlreadyAnswered => "The question has that answer already; nothing was changed.",
        _ => "Nothing was changed.",
    };

    private static ErrorRecord For(Rejection rejection, object? target, string message) => For(
        rejection.Code.ToString(), Category(rejection.Code), target, message,
        Advice(rejection) ?? rejection.Hint);

    private static ErrorRecord Record(
        Exception exception, string id, ErrorCategory category, object? target, string message, string hint) =>
        new(exception, id, category, target)
        {
            // PowerShell's own view shows the recommended action in a line of its own.
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = hint },
        };

    private static bool NamesOnly(string advice, ICollection<string> parameters) =>
        OtherCmdlet().IsMatch(advice)
        || Parameter().Matches(advice).All(match => parameters.Contains(match.Groups["name"].Value));

    [GeneratedRegex(@"(?<=^|\s|\()-(?<name>[A-Z]\w+)")]
    private static partial Regex Parameter();

    [GeneratedRegex("[A-Z]\\w+-Tt[A-Z]")]
    private static partial Regex OtherCmdlet();

    private static string? Advice(Rejection rejection) => rejection.Blocker is { } blocker
        ? $"Undo-TtCommand -Id {blocker} takes that one back first, if it was given on this device; or change the entry by Set-TtEntry."
        : Advice(rejection.Code);

    private static string? Advice(RejectionCode code) => code switch
    {
        RejectionCode.DescriptionEmpty => "Say in a few words by -Description what the time is for.",
        RejectionCode.ProjectEmpty => "Name the project by -Project, or leave that out.",
        RejectionCode.TagEmpty => "Give each -Tag at least one character.",
        RejectionCode.OutOfRange => "Check the year given by -At, -Start or -End.",
        RejectionCode.InTheFuture => "Give by -At, -Ago, -Start or -End a time that has passed.",
        RejectionCode.EndBeforeStart => "Give an -End that is not before -Start.",
        RejectionCode.SplitOutsideGap => "Give by -SplitAt an instant within it.",
        RejectionCode.AlreadyRunning =>
            "Switch-TtTimer stops it and starts the new entry at the same instant; Stop-TtTimer just stops it.",
        RejectionCode.Overlaps =>
            "Give another time, or say how the other entry gives way: -Adjust Trim, Shift or Split (-WhatIf shows it).",
        RejectionCode.CannotMakeRoom => "Give another time, or another -Adjust (-WhatIf shows what it would do).",
        RejectionCode.UnknownProject => "Get-TtProject shows the projects.",
        RejectionCode.ProjectExists => "Rename-TtProject -Merge makes one of both.",
        RejectionCode.NothingToRedo => "Undo-TtCommand takes back the latest command.",
        RejectionCode.NothingToUndo => "Get-TtEntry shows what is booked.",
        RejectionCode.UnknownEntry => "Pipe the entry from Get-TtEntry, or let Tab find it behind -EntryId.",
        RejectionCode.CannotUndo => "Get-TtHistory shows which steps there are; Undo-TtCommand -Id takes back the one that you choose.",
        RejectionCode.UnknownGap => "Pipe the question from Get-TtReview, or let Tab find it behind -QuestionId.",
        RejectionCode.GapAnswered => "Undo-TtCommand takes that answer back where it was the latest command.",
        RejectionCode.EntryRemoved => "Undo-TtCommand takes back the latest command.",
        _ => null,
    };

    private static ErrorCategory Category(RejectionCode code) => code switch
    {
        RejectionCode.AlreadyRunning or RejectionCode.Overlaps or RejectionCode.IdReused
            or RejectionCode.CannotMakeRoom or RejectionCode.ProjectExists => ErrorCategory.ResourceExists,
        RejectionCode.UnknownEntry or RejectionCode.EntryRemoved or RejectionCode.NothingToContinue
            or RejectionCode.NothingToUndo or RejectionCode.NothingToRedo or RejectionCode.UnknownProject
            or RejectionCode.UnknownGap => ErrorCategory.ObjectNotFound,
        RejectionCode.ClockUnset or RejectionCode.CannotUndo or RejectionCode.GapAnswered
            or RejectionCode.GapOutsideEntry => ErrorCategory.InvalidOperation,
        _ => ErrorCategory.InvalidArgument,
    };

    private static ErrorCategory Category(StoreFault fault) => fault switch
    {
        StoreFault.Busy => ErrorCategory.ResourceBusy,
        StoreFault.Full => ErrorCategory.WriteError,
        StoreFault.ReadOnly => ErrorCategory.PermissionDenied,
        StoreFault.IoError => ErrorCategory.DeviceError,
        StoreFault.Corrupt or StoreFault.NotADatabase or StoreFault.Foreign or StoreFault.TooNew => ErrorCategory.InvalidData,
        StoreFault.CannotOpen or StoreFault.Moved => ErrorCategory.OpenError,
        StoreFault.Unsafe or StoreFault.NetworkFileSystem => ErrorCategory.NotImplemented,
        _ => ErrorCategory.NotSpecified,
    };

    private static ErrorCategory Category(SyncFault fault) => fault switch
    {
        SyncFault.NotConnected => ErrorCategory.InvalidOperation,
        SyncFault.AlreadyConnected => ErrorCategory.ResourceExists,
        SyncFault.AddressRefused => ErrorCategory.SecurityError,
        SyncFault.Unreachable => ErrorCategory.ConnectionError,
        SyncFault.ShutOut => ErrorCategory.AuthenticationError,
        SyncFault.Unknown => ErrorCategory.ObjectNotFound,
        SyncFault.Busy => ErrorCategory.ResourceBusy,
        SyncFault.TokenNotKept => ErrorCategory.WriteError,
        _ => ErrorCategory.NotSpecified,
    };
}
