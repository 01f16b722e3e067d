namespace TimeTracker.Domain;

/// <summary>A recorded answer.</summary>
/// <param name="Kind">What was chosen.</param>
/// <param name="At">Where the gap was split; null for the other kinds.</param>
public sealed record GapAnswer(AnswerKind Kind, Instant? At = null);
