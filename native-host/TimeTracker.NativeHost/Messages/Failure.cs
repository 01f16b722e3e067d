namespace TimeTracker.NativeHost.Messages;

/// <summary>Why a request had no effect.</summary>
/// <param name="Code">A stable name; see PROTOCOL.md.</param>
/// <param name="Message">What is wrong, for a person.</param>
/// <param name="Hint">What to do next, for a person.</param>
internal sealed record Failure(string Code, string Message, string Hint) : Answer;
