namespace TimeTracker.Domain;

/// <summary>What a person wants done with a gap, unchecked.</summary>
public abstract record Resolution
{
    private Resolution()
    {
    }

    /// <summary>How the answer is recorded.</summary>
    public AnswerKind Kind => this switch
    {
        Keep => AnswerKind.Keep,
        Discard => AnswerKind.Discard,
        DiscardAndContinue => AnswerKind.DiscardAndContinue,
        AssignTo => AnswerKind.Assign,
        SplitAt => AnswerKind.Split,
        _ => throw new InvalidOperationException($"{GetType()} is no resolution"),
    };

    /// <summary>The entry keeps the time.</summary>
    public sealed record Keep : Resolution;

    /// <summary>Cuts the gap out; a running timer stops where it begins, and what a stopped entry has behind it stays as
    /// an entry linked to it.</summary>
    public sealed record Discard : Resolution;

    /// <summary>Cuts the gap out; a running timer goes on behind it in an entry linked to this one.</summary>
    public sealed record DiscardAndContinue : Resolution;

    /// <summary>Gives the gap's time to another, new entry; this one goes on behind it in a linked one.</summary>
    public sealed record AssignTo(Details Details) : Resolution;

    /// <summary>Keeps the gap's time up to an instant and cuts the rest; the entry goes on behind it in a linked one.</summary>
    public sealed record SplitAt(DateTimeOffset Instant) : Resolution;
}
