namespace TimeTracker.MutationLedger.Schema;

/// <summary>The server's database on PostgreSQL: a text that the tests run, each in a transaction of its own.</summary>
internal sealed class PostgresDatabase(string name, IReadOnlyList<string> steps) : SchemaDatabase(name, steps)
{
    private const string Key = " PRIMARY KEY";

    internal override string Sound => "TimeTracker.SyncServer.Tests.Storage.PostgresSchemaTests.RowsThatCanBe_AreTaken";

    protected override string Variable => "TIMETRACKER_LAID_SCHEMA";

    protected override string Make(string folder, IReadOnlyList<string> made)
    {
        var path = Path.Combine(folder, "laid.postgresql.sql");
        File.WriteAllText(path, string.Join('\n', made));
        return path;
    }

    // PostgreSQL lets nothing reference a column that is not unique: a key takes along what points to it.
    protected override IEnumerable<SchemaPart> Parts(string sql)
    {
        var parts = SchemaParts.Of(sql);
        foreach (var part in parts)
        {
            var column = part.Name.EndsWith(Key, StringComparison.Ordinal) ? part.Name[..^Key.Length] : null;
            var pointers = parts.Where(each => column is not null && Target(sql, each) == column);
            yield return part with { Cuts = [.. part.Cuts, .. pointers.SelectMany(each => each.Cuts)] };
        }
    }

    // "REFERENCES account (user_id)" is of account.user_id.
    private static string? Target(string sql, SchemaPart part)
    {
        var words = sql.Substring(part.Cuts[0].Start, part.Cuts[0].Length).Split(' ', '(', ')');
        return words is ["REFERENCES", var table, "", var column, ..] ? $"{table}.{column}" : null;
    }
}
