namespace TimeTracker.NativeHost.Messages;

/// <summary>The open questions, by where their gaps begin.</summary>
internal sealed record ReviewResult(Listing<QuestionMessage> Questions) : Result;
