using TimeTracker.Domain;

namespace TimeTracker.Domain.TestKit;

/// <summary>The plainest ledger there can be: a list of operations, folded anew for every question. The reference
/// that the store is compared with.</summary>
public sealed class InMemoryLedger(FakeClock clock) : IState
{
    private readonly List<Operation> operations = [];
    private readonly List<(CommandId Id, CommandId? Undoes, CommandVerb Verb)> commands = [];
    private int commandCount;

    public IReadOnlyList<Operation> Operations => operations;

    public Checkpoint? Checkpoint { get; private set; }

    public IReadOnlyList<FoldedEntry> Folded =>
        [.. operations.Where(operation => operation.Body is OperationBody.OfEntry)
            .GroupBy(operation => operation.Body.EntityId)
            .Select(group => EntryFold.All(group)!)];

    public IReadOnlyList<Entry> Entries => [.. Folded.Select(folded => folded.Entry)];

    public IReadOnlyList<Entry> Live => [.. Entries.Where(entry => entry.IsLive).OrderBy(entry => entry.Span.Start.Instant)
            .ThenBy(entry => entry.Id.ToString(), StringComparer.Ordinal)];

    public IReadOnlyList<Project> Projects =>
        [.. operations.Where(operation => operation.Body is OperationBody.OfProject)
            .GroupBy(operation => operation.Body.EntityId)
            .Select(group => ProjectFold.All(group)!)];

    public IReadOnlyList<Gap> Gaps =>
        [.. operations.Where(operation => operation.Body is OperationBody.OfGap)
            .GroupBy(operation => operation.Body.EntityId)
            .Select(group => GapFold.All(group)!)
            .OrderBy(gap => gap.Range.From).ThenBy(gap => gap.Range.To)
            .ThenBy(gap => gap.Entry.ToString(), StringComparer.Ordinal)];

    public IReadOnlyList<Gap> OpenGaps => [.. Gaps.Where(gap => gap.IsOpen)];

    public GapPolicy Policy { get; set; } = GapPolicy.Default;

    public TimerState Timer
    {
        get
        {
            if (Folded.SingleOrDefault(folded => folded.Entry.IsRunning) is { } running)
            {
                return new TimerState.Running(running.Entry, (EntrySpan.Open)running.Entry.Span, running.SpanReading);
            }

            return Live.LastOrDefault(entry => entry.Paused) is { Span: EntrySpan.Closed closed } paused
                ? new TimerState.Paused(paused, closed.End)
                : TimerState.Idle.Value;
        }
    }

    public Entry? LastEntry => Live is [.., var last] ? last : null;

    public UndoStep? LatestUndoable
    {
        get
        {
            var moot = Moot();
            var latest = commands.LastOrDefault(command => !moot.Contains(command.Id));
            return latest.Verb == 0 ? null : Step(latest.Id, moot);
        }
    }

    public UndoStep? FindUndoable(CommandId id)
    {
        var moot = Moot();
        return commands.Any(command => command.Id == id) && !moot.Contains(id) ? Step(id, moot) : null;
    }

    public UndoStep? LatestRedoable
    {
        get
        {
            var undone = Undone();
            var latest = commands.LastOrDefault(command => command.Verb != CommandVerb.Redo
                && !(command.Verb == CommandVerb.Undo && undone.Contains(command.Id)));
            return latest.Verb == CommandVerb.Undo ? Step(latest.Id, Moot()) : null;
        }
    }

    public Entry? FindEntry(EntryId id) => Entries.SingleOrDefault(entry => entry.Id == id);

    public Gap? FindGap(GapId id) => Gaps.SingleOrDefault(gap => gap.Id == id);

    public IReadOnlyList<Gap> GapsOf(EntryId entry) => [.. Gaps.Where(gap => gap.Entry == entry)];

    public OperationBody? FindOperation(OperationId id) => operations.Find(operation => operation.Id == id)?.Body;

    /// <summary>What a merge left, as a test says: one device has none.</summary>
    public HashSet<Conflict> Conflicts { get; } = [];

    public bool HasConflict(Conflict conflict) => Conflicts.Contains(conflict);

    public Project? FindProject(ProjectName name) =>
        Projects.Where(project => project.Name.Key == name.Key).OrderBy(project => project.Removed)
            .ThenBy(project => project.Id.ToString(), StringComparer.Ordinal).FirstOrDefault()
        ?? Projects.FirstOrDefault(project => project.Id == ProjectId.For(name));

    public Entry? FindOverlap(Instant from, Instant to, EntryId? except) =>
        Live.FirstOrDefault(entry => Overlaps(entry, from, to, except));

    public IReadOnlyList<Project> FindProjects(ProjectName name) =>
        [.. Projects.Where(project => !project.Removed && project.Name.Key == name.Key)
            .OrderBy(project => project.Id.ToString(), StringComparer.Ordinal)];

    public IReadOnlyList<Entry> FindOverlaps(Instant from, Instant to, EntryId? except) =>
        [.. Live.Where(entry => Overlaps(entry, from, to, except))];

    public CommandId NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes[8..], ++commandCount);
        bytes[0] = 1;
        return CommandId.FromFresh(new Guid(bytes, bigEndian: true));
    }

    public Decision Execute(Command command) => Execute(command, out _);

    public Decision Execute(Command command, out CommandId id)
    {
        Observe(Watch.None);
        id = NextId();
        var minted = id;
        var decision = Decider.Decide(this, id, command, clock.Moment);
        if (decision is Decision.Accepted accepted)
        {
            Alive();
            operations.AddRange(accepted.Operations.Select((body, index) =>
                new Operation(minted.Operation(index + 1), body, clock.Reading)));
            if (command is not Command.ReportAway)
            {
                commands.Add((id, accepted.Undoes, command.Verb));
            }
        }

        return decision;
    }

    /// <summary>Looks at the clocks, as a poll does, and records the gap that they show.</summary>
    public Findings Observe(Watch watch)
    {
        var findings = Checkpoint is { } last
            ? GapDetector.Detect(last, watch, clock.Reading, Timer)
            : Findings.None;
        if (findings.Gap is { } gap)
        {
            var id = NextId();
            var (made, bodies) = Observer.Record(this, id, gap, clock.Moment);
            Alive();
            operations.AddRange(bodies.Select((body, index) => new Operation(id.Operation(index + 1), body, clock.Reading)));
            if (Policy[gap.Kind].Action == GapAction.Discard && FindGap(made)!.IsOpen)
            {
                Execute(new Command.Resolve(made, new Resolution.Discard()));
            }
        }
        else if (findings.MustBeRecorded)
        {
            Alive();
        }

        return findings;
    }

    /// <summary>What a checkpoint says: the store is in use.</summary>
    public void Alive() => Checkpoint = Checkpoint.Next(this, clock.Reading);

    private static bool Overlaps(Entry entry, Instant from, Instant to, EntryId? except) =>
        entry.Id != except && from < to && entry.Span.Start.Instant < to
        && (entry.Span is not EntrySpan.Closed closed || (closed.End.Instant > from && closed.Duration > TimeSpan.Zero));

    /// <summary>Commands that are taken back now: taking back their undo makes them count again.</summary>
    private HashSet<CommandId> Undone()
    {
        var undone = new Dictionary<CommandId, CommandId>();
        foreach (var command in commands.Where(command => command.Undoes is not null))
        {
            foreach (var again in undone.Where(pair => pair.Value == command.Undoes).Select(pair => pair.Key).ToArray())
            {
                undone.Remove(again);
            }

            undone[command.Undoes!.Value] = command.Id;
        }

        return [.. undone.Keys];
    }

    private HashSet<CommandId> Moot() =>
        [.. Undone(), .. commands.Where(command => command.Undoes is not null).Select(command => command.Id)];

    private UndoStep Step(CommandId command, HashSet<CommandId> moot) =>
        new(command, [.. operations.Where(operation => operation.Id.Command == command)
            .Select(operation => operation.Body.EntityId).Distinct()
            .Select(id => new EntityHistory([.. operations.Where(operation => operation.Body.EntityId == id)], moot))]);
}
