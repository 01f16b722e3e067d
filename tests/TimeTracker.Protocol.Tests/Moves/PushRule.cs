using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>What the server decides of a push, and what it notes of it, in one transaction.</summary>
internal static class PushRule
{
    internal static Reply Decide(
        ProtocolCase rules, Server server, PushRequest request, out Seq<JournalEntry> entries)
    {
        entries = [];
        if (!rules.Without(Removal.ChainInPush) && !rules.Without(Removal.FeedNumbersUnderLock)
            && !server.Continues(request.Cursor))
        {
            return new Reply.OtherFeed();
        }

        var journal = new List<JournalEntry>(server.Journal);
        var verdicts = new List<OperationVerdict>();
        foreach (var operation in request.Operations)
        {
            var decided = Decide(rules, journal, server.Era, request, operation);
            if (decided.Refusal is not null)
            {
                return decided.Refusal;
            }

            verdicts.Add(new(operation.Op, decided.Verdict));
            if (decided.Entry is { } entry)
            {
                journal.Add(entry);
            }
        }

        entries = [.. journal.Skip(server.Journal.Count)];
        return new Reply.Decided([.. verdicts]);
    }

    private static Decision Decide(
        ProtocolCase rules, List<JournalEntry> journal, int era, PushRequest request, PushedOperation operation)
    {
        if (Find(rules, journal, operation, EntryKind.Failed) is not null)
        {
            return new(Verdict.None, null, new Reply.Failed());
        }

        var last = LastOf(journal, request.Device);
        var isNextNumber = operation.Seq == last.Seq + 1;
        var isNext = isNextNumber
            && (operation.Prev == last.Op || rules.Without(Removal.PreviousOperationCheck))
            && IsWelcome(rules, journal, request);
        var accepted = Find(rules, journal, operation, EntryKind.Accepted)
            ?? Find(rules, journal, operation, EntryKind.Reserved);
        if (accepted is { } same && same.Operation.Op == operation.Op)
        {
            var uses = isNext || (isNextNumber && rules.Without(Removal.DuplicateUsesSeqOnlyIfItFits));
            return IsRepeat(rules, same, request, operation)
                ? Known(Verdict.Duplicate, EntryKind.Duplicate, uses)
                : Known(Verdict.Rejected, EntryKind.Rejected, isNext);
        }

        var wasRejected = Find(rules, journal, operation, EntryKind.Rejected) is not null
            && !rules.Without(Removal.RejectionRepeated);
        if (accepted is not null || wasRejected)
        {
            return Known(Verdict.Rejected, EntryKind.Rejected, isNext);
        }

        return !isNext ? new(Verdict.None, null, new Reply.OutOfOrder())
            : operation.Op == rules.TooLarge ? Known(Verdict.Rejected, EntryKind.Rejected, true)
            : Known(Verdict.Accepted, EntryKind.Accepted, true);

        Decision Known(Verdict verdict, EntryKind kind, bool uses) => new(
            verdict,
            uses && !(kind == EntryKind.Rejected && rules.Without(Removal.RejectionUsesSeq))
                ? new JournalEntry(kind, operation, request.Device, era)
                : null,
            null);
    }

    private static PushedOperation LastOf(List<JournalEntry> journal, int device) =>
        journal.FindLast(entry => entry.Device == device && entry.UsesSeq).Operation;

    private static JournalEntry? Find(
        ProtocolCase rules, List<JournalEntry> journal, PushedOperation operation, EntryKind kind)
    {
        foreach (var entry in journal)
        {
            if (entry.Kind == kind && entry.HasKey && rules.HaveOneId(entry.Operation.Op, operation.Op)
                && entry.Operation.Attempt == operation.Attempt && !rules.Without(Removal.MemoryOfOpIds))
            {
                return entry;
            }
        }

        return null;
    }

    private static bool IsRepeat(
        ProtocolCase rules, JournalEntry known, PushRequest request, PushedOperation operation) =>
        !rules.Without(Removal.RepeatComparedByPayload)
        || (known.Device == request.Device && known.Operation.Seq == operation.Seq);

    private static bool IsWelcome(ProtocolCase rules, List<JournalEntry> journal, PushRequest request) =>
        !rules.Without(Removal.UnknownDevicesBeginAtOne)
        || IsIntroduced(rules, journal, request.Device)
        || IsIntroduced(rules, journal, request.Predecessor);

    private static bool IsIntroduced(ProtocolCase rules, List<JournalEntry> journal, int device) =>
        device <= rules.Stores || journal.Exists(entry => entry.Device == device);

    private readonly record struct Decision(Verdict Verdict, JournalEntry? Entry, Reply? Refusal);
}
