namespace TimeTracker.Core;

/// <summary>How far a store had changed when this tracker looked. Good for one comparison: is it still that far?</summary>
/// <param name="Reader">The connection that looked.</param>
/// <param name="Changes">Its count of changes, which no other connection's compares with.</param>
public readonly record struct ChangeMark(long Reader, long Changes);
