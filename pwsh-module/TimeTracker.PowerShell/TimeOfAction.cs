using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>When a cmdlet acts: now, at an instant, or an amount of time ago; and what then gives way.</summary>
internal static class TimeOfAction
{
    internal static When Of(DateTimeOffset? at, TimeSpan? ago) => (at, ago) switch
    {
        ({ } instant, _) => new When.At(instant),
        (_, { } amount) => new When.Ago(amount),
        _ => When.Now.Value,
    };

    internal static Adjustment Of(TtAdjustment? adjust) => adjust switch
    {
        TtAdjustment.Trim => Adjustment.Trim,
        TtAdjustment.Shift => Adjustment.Shift,
        TtAdjustment.Split => Adjustment.Split,
        _ => Adjustment.Refuse,
    };
}
