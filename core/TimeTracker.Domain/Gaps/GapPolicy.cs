namespace TimeTracker.Domain;

/// <summary>A person's rules for gaps. Where nothing was set, every gap is asked about.</summary>
public sealed class GapPolicy
{
    private readonly Dictionary<GapKind, GapRule> _set;

    /// <summary>The defaults, but for what was set.</summary>
    public GapPolicy(IEnumerable<KeyValuePair<GapKind, GapRule>> set) => _set = new(set);

    /// <summary>Nothing was set.</summary>
    public static GapPolicy Default { get; } = new([]);

    /// <summary>The rule for a kind.</summary>
    public GapRule this[GapKind kind] => _set.TryGetValue(kind, out var rule) ? rule : DefaultFor(kind);

    /// <summary>The rule for a kind where nothing was set.</summary>
    public static GapRule DefaultFor(GapKind kind) => new(GapAction.Ask, kind switch
    {
        GapKind.Suspend => GapDetector.SuspendMin,
        GapKind.Crash or GapKind.Reboot => TimeSpan.FromSeconds(30),
        GapKind.Away => TimeSpan.FromMinutes(5),
        GapKind.PossibleSuspend => GapDetector.PollGapMin,
        GapKind.Estimated => TimeSpan.FromMinutes(15),
        GapKind.Overlong => TimeSpan.FromHours(12),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of gap"),
    });

    /// <summary>What is recorded at once for a new gap: nothing where someone is to be asked or the time is to be cut.</summary>
    public GapAnswer? AnswerFor(GapKind kind, TimeSpan length) =>
        this[kind] is var rule && (rule.Action == GapAction.Keep || length < rule.Threshold) ? new(AnswerKind.Keep) : null;
}
