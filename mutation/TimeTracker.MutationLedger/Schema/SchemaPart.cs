namespace TimeTracker.MutationLedger.Schema;

/// <summary>What can be dropped from a schema's text so that the text still creates a database.</summary>
/// <param name="Name">"entry.end_utc CHECK", "index entry_open UNIQUE", "trigger operation_is_queued".</param>
/// <param name="Cuts">What goes; a primary key takes WITHOUT ROWID along.</param>
internal sealed record SchemaPart(string Name, IReadOnlyList<Cut> Cuts)
{
    /// <summary>The text without this part.</summary>
    internal string DroppedFrom(string sql) => Cuts
        .OrderByDescending(cut => cut.Start)
        .Aggregate(sql, (text, cut) => text.Remove(cut.Start, cut.Length));
}
