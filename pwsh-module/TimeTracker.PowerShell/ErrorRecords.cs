using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>Tells refusals and failures as PowerShell does: a stable id, a category, and what to type instead.</summary>
internal static class ErrorRecords
{
    internal static ErrorRecord For(Rejection rejection, object? target)
    {
        var hint = Advice(rejection.Code) ?? rejection.Hint;
        return Record(
            new InvalidOperationException(rejection.Message), rejection.Code.ToString(), Category(rejection.Code), target,
            rejection.Message, hint);
    }

    internal static ErrorRecord For(StoreException failure) => Record(
        failure, $"Store{failure.Fault}", Category(failure.Fault), target: null, failure.Message, failure.Hint);

    internal static ErrorRecord ThresholdOutOfRange(TimeSpan given) => Record(
        new ArgumentOutOfRangeException(nameof(given), given, null), nameof(ThresholdOutOfRange),
        ErrorCategory.InvalidArgument, given, $"A threshold of {given} cannot be.",
        "Give one from 0 to 7 days, such as 00:05:00 for five minutes.");

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
        NothingToDoReason.AlreadyAnswered => "The question has that answer already; nothing was changed.",
        _ => "Nothing was changed.",
    };

    private static ErrorRecord Record(
        Exception exception, string id, ErrorCategory category, object? target, string message, string hint) =>
        new(exception, id, category, target)
        {
            // PowerShell's own view shows the recommended action in a line of its own.
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = hint },
        };

    private static string? Advice(RejectionCode code) => code switch
    {
        RejectionCode.AlreadyRunning =>
            "Switch-TtTimer stops it and starts the new entry at the same instant; Stop-TtTimer just stops it.",
        RejectionCode.Overlaps =>
            "Give another time, or say how the other entry gives way: -Adjust Trim, Shift or Split (-WhatIf shows it).",
        RejectionCode.CannotMakeRoom => "Give another time, or another -Adjust (-WhatIf shows what it would do).",
        RejectionCode.UnknownProject => "Get-TtProject shows the projects.",
        RejectionCode.ProjectExists => "Rename-TtProject -Merge makes one of both.",
        RejectionCode.NothingToRedo => "Undo-TtCommand takes back the latest command.",
        RejectionCode.NothingToUndo => "Get-TtEntry shows what is booked.",
        RejectionCode.UnknownEntry => "Get-TtEntry shows the entries with their ids.",
        RejectionCode.UnknownGap => "Get-TtReview shows the open questions with their ids.",
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
}
