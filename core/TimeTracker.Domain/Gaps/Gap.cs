namespace TimeTracker.Domain;

/// <summary>A stretch inside an entry that someone must judge. Until it is answered, the entry's duration includes it.</summary>
/// <param name="Id">Its name for ever.</param>
/// <param name="Entry">The entry that it lies in.</param>
/// <param name="Kind">Why it is doubtful.</param>
/// <param name="Range">Where it lies.</param>
/// <param name="Answer">What was decided; null while it is open.</param>
/// <param name="Removed">Whether the command that brought it about was taken back.</param>
public sealed record Gap(
    GapId Id, EntryId Entry, GapKind Kind, GapRange Range, GapAnswer? Answer = null, bool Removed = false)
{
    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpen => Answer is null && !Removed;
}
