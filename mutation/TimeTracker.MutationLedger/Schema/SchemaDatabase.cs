using TimeTracker.Core.Storage;
using TimeTracker.Sqlite;
using TimeTracker.SyncServer.Storage;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>One of the product's databases on SQLite.</summary>
/// <param name="Name">What the ledger calls it.</param>
/// <param name="Schema">What it is made of.</param>
internal sealed record SchemaDatabase(string Name, Sqlite.Schema Schema)
{
    internal static IReadOnlyList<SchemaDatabase> All { get; } =
        [new("client", StoreSchema.Current), new("server", SqliteLogStore.Schema)];

    /// <summary>Each part of each step, as "client: entry.end_utc CHECK", with the schema that lacks it.</summary>
    internal IEnumerable<(string Part, Sqlite.Schema Without)> Mutants() => Schema.Migrations.SelectMany(
        step => SchemaParts.Of(step.Sql).Select(part => ($"{Name}: {part.Name}", Without(step, part))));

    private Sqlite.Schema Without(Migration step, SchemaPart part) => new(Schema.ApplicationId,
    [
        .. Schema.Migrations.Select(each => each.Version == step.Version
            ? new Migration(step.Version, step.Name, part.DroppedFrom(step.Sql))
            : each),
    ]);
}
