using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Asks what a part of a word can mean, over the whole history.</summary>
internal sealed record SuggestRequest : Request
{
    /// <summary>description, project, tag or entry.</summary>
    public required string Field { get; init; }

    /// <summary>The part; empty for the latest.</summary>
    public required string Text { get; init; }

    internal override Answer Answer(Session session)
    {
        var completion = session.Tracker.Completion;
        return Field switch
        {
            "description" => Texts(completion.Descriptions(Text)),
            "project" => Texts(completion.Projects(Text)),
            "tag" => Texts(completion.Tags(Text)),
            "entry" => new SuggestResult([], Session.Entries(completion.Entries(Text))),
            _ => Failures.BadRequest("field is description, project, tag or entry"),
        };
    }

    private static SuggestResult Texts(IReadOnlyList<string> texts) => new(texts, Session.Entries([]));
}
