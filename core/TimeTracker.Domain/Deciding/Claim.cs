namespace TimeTracker.Domain;

/// <summary>A stretch of time that a command gives to one entry.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; the end of all time where the entry runs on.</param>
/// <param name="Except">The entry that it is given to, where there is one already.</param>
internal readonly record struct Claim(Instant From, Instant To, EntryId? Except)
{
    internal bool RunsOn => To == Instant.Max;
}
