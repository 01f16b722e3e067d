using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Asks for the open questions.</summary>
internal sealed record ReviewRequest : Request
{
    internal override Answer Answer(Session session) => new ReviewResult(
        Listing<QuestionMessage>.Of([.. session.Tracker.Review().Select(view => new QuestionMessage(view))]));
}
