namespace TimeTracker.NativeHost.Messages;

/// <summary>What a part of a word can mean, the latest used first.</summary>
/// <param name="Texts">Descriptions, projects or tags; empty where entries were asked for.</param>
/// <param name="Entries">Entries; empty where texts were asked for.</param>
internal sealed record SuggestResult(IReadOnlyList<string> Texts, Listing<EntryMessage> Entries) : Result;
