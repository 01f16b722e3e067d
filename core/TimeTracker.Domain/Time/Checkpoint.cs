namespace TimeTracker.Domain;

/// <summary>When the store was last known to be in use.</summary>
/// <param name="Reading">The clocks then.</param>
/// <param name="Running">
/// The entry that ran then, and where it would have ended on its own time line: from there it is counted once its boot
/// session is over. Null where nothing ran.
/// </param>
public sealed record Checkpoint(Reading Reading, (EntryId Entry, Instant End)? Running)
{
    /// <summary>The checkpoint that follows the state's last one.</summary>
    public static Checkpoint Next(IState state, Reading now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(now, state.Timer is TimerState.Running running
            ? (running.Entry.Id, running.EndAt(now, state.Checkpoint).End)
            : null);
    }
}
