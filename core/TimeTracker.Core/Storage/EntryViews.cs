using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Answers what fronts ask, from one snapshot.</summary>
internal static class EntryViews
{
    /// <summary>What the timer does, with what was booked since the last local midnight.</summary>
    internal static TimerView Timer(ISnapshot snapshot, Moment now)
    {
        var state = new StoreState(snapshot);
        var today = now.Reading.Utc is { } utc ? LocalDay.Of(utc, now.Zone) : (From: Instant.Max, To: Instant.Max);
        var views = List(snapshot, state, EntryTable.Within(snapshot, today.From, today.To), now);
        var (unanswered, estimated) = Doubtful(snapshot, views, today);
        return new(
            state.Timer,
            Current(snapshot, state, now),
            views.Aggregate(TimeSpan.Zero, (total, view) => total + LocalDay.TimeWithin(view, today.From, today.To)))
        {
            TodayUnanswered = unanswered,
            TodayEstimated = estimated,
            OpenQuestions = Review(snapshot, now).Count,
            LastClockEvent = ClockEventTable.Last(snapshot),
            Sync = ConflictQueries.Summary(snapshot),
        };
    }

    /// <summary>How much of a day's time waits for an answer, and how much of the rest the wall clock alone knows.</summary>
    private static (TimeSpan Unanswered, TimeSpan Estimated) Doubtful(
        ISnapshot snapshot, IReadOnlyList<EntryView> views, (Instant From, Instant To) day)
    {
        var (questions, unanswered, estimated) = (Questions.Of(snapshot), TimeSpan.Zero, TimeSpan.Zero);
        foreach (var view in views)
        {
            var open = questions.Unanswered(view.Entry, day.From, Instant.Earlier(view.EndOrNow, day.To));
            unanswered += open;
            estimated += view.Certainty == Certainty.Estimated ? LocalDay.TimeWithin(view, day.From, day.To) - open : TimeSpan.Zero;
        }

        return (unanswered, estimated);
    }

    /// <summary>The open questions, by where their gaps begin.</summary>
    internal static IReadOnlyList<QuestionView> Review(ISnapshot snapshot, Moment now)
    {
        var questions = Questions.Of(snapshot);
        var records = questions.Entries.Select(id => EntryTable.Find(snapshot, id)).OfType<EntryRecord>().ToList();
        return [.. List(snapshot, new StoreState(snapshot), records, now)
            .SelectMany(view => questions.In(view).Select(gap => new QuestionView(gap, view)))
            .OrderBy(question => question.Gap.Range.From)];
    }

    /// <summary>The entry that runs or is paused.</summary>
    internal static EntryView? Current(ISnapshot snapshot, Moment now) =>
        Current(snapshot, new StoreState(snapshot), now);

    /// <summary>The entries that a query asks for.</summary>
    internal static IReadOnlyList<EntryView> List(ISnapshot snapshot, EntryQuery query, Moment now)
    {
        var (from, to) = (Instant.Nearest(query.From), Instant.Nearest(query.To));
        var records = from < to ? EntryTable.Within(snapshot, from, to) : [];
        return [.. List(snapshot, new StoreState(snapshot), records, now).Where(view => EntryFilter.Matches(view, query))];
    }

    /// <summary>The entries as they are.</summary>
    internal static IReadOnlyList<EntryView> Of(ISnapshot snapshot, IEnumerable<EntryId> ids, Moment now) =>
        List(snapshot, new StoreState(snapshot), [.. ids.Select(id => EntryTable.Find(snapshot, id)).OfType<EntryRecord>()], now);

    /// <summary>The entries as they were behind a position of the ledger.</summary>
    internal static IReadOnlyList<EntryView> AsOf(
        ISnapshot snapshot, IEnumerable<EntryId> ids, long position, Moment now)
    {
        var records = ids.Select(id => new EntryRecord(
            EntryFold.All(OperationTable.OfEntity(snapshot, id.Value, position))!.Entry,
            EntryTable.Find(snapshot, id) is { Overlaps: true },
            SpanPosition: 0));
        return List(snapshot, new StoreState(snapshot), [.. records], now);
    }

    internal static EntryView? Find(ISnapshot snapshot, EntryId id, Moment now) =>
        EntryTable.Find(snapshot, id) is { } record ? List(snapshot, new StoreState(snapshot), [record], now)[0] : null;

    /// <summary>Entries that no row has, or not yet.</summary>
    internal static IReadOnlyList<EntryView> Imagined(ISnapshot snapshot, IEnumerable<Entry> entries, Moment now) =>
        List(snapshot, new StoreState(snapshot), [.. entries.Select(entry => new EntryRecord(entry, false, 0))], now);

    /// <summary>The step of a command, as far as an undo (or, of undos, a redo) would take it back.</summary>
    internal static UndoableStep? Step(ISnapshot snapshot, CommandId command, bool undos)
    {
        var step = CommandTable.StepOf(snapshot, command);
        var ids = CommandTable.OfStep(snapshot, step, undos);
        var records = ids.ConvertAll(id => CommandTable.Find(snapshot, id)!);
        if (records is not [var latest, ..])
        {
            return null;
        }

        var descriptions = records.AsEnumerable().Reverse().SelectMany(record => LedgerWriter.DecodeResult(record.Result))
            .Distinct().Select(entry => EntryTable.Find(snapshot, entry)?.Entry.Description.Value).OfType<string>();
        var utc = OperationTable.ReadingAt(snapshot, latest.Position).UtcMicroseconds;
        return new(ids[0], step, latest.Verb, DateTimeOffset.UnixEpoch.AddMicroseconds(utc), [.. descriptions]);
    }

    private static EntryView? Current(ISnapshot snapshot, StoreState state, Moment now)
    {
        var entry = state.Timer switch
        {
            TimerState.Running running => running.Entry,
            TimerState.Paused paused => paused.Entry,
            _ => null,
        };
        return entry is null ? null : List(snapshot, state, [EntryTable.Find(snapshot, entry.Id)!], now)[0];
    }

    private static List<EntryView> List(ISnapshot snapshot, StoreState state, List<EntryRecord> records, Moment now)
    {
        var names = new Dictionary<ProjectId, string?>();
        var questions = Questions.Of(snapshot);
        return records.ConvertAll(record =>
        {
            var (end, certainty) = EntryEnd.At(state, record.Entry, now.Reading);
            return new EntryView
            {
                Entry = record.Entry,
                Project = record.Entry.Project is { } project ? NameOf(project) : null,
                EndOrNow = end,
                Certainty = certainty,
                Overlaps = record.Overlaps,
                Unanswered = questions.Unanswered(record.Entry, end),
            };
        });

        string? NameOf(ProjectId id) => names.TryGetValue(id, out var name)
            ? name
            : names[id] = ProjectTable.Find(snapshot, id)?.Name.Value;
    }
}
