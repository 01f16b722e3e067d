using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>Something that the clocks did; it changes no duration.</summary>
public sealed class TtClockEvent
{
    internal TtClockEvent(ClockEvent happened)
    {
        Kind = happened.Kind == ClockEventKind.Step ? TtClockEventKind.Step : TtClockEventKind.Stall;
        Amount = happened.Amount;
        At = DateTimeOffset.UnixEpoch.AddMicroseconds(happened.UtcMicroseconds).ToLocalTime();
    }

    /// <summary>What happened.</summary>
    public TtClockEventKind Kind { get; }

    /// <summary>By how much: of a step, positive is forward.</summary>
    public TimeSpan Amount { get; }

    /// <summary>When it was noticed, by the wall clock then.</summary>
    public DateTimeOffset At { get; }

    /// <inheritdoc/>
    public override string ToString() => Kind == TtClockEventKind.Step
        ? $"wall clock set by {Amount:c} ({Views.ViewText.Instant(At)}); no duration changed"
        : $"program stalled for {Amount:c} ({Views.ViewText.Instant(At)})";
}
