using TimeTracker.Core.Storage;
using TimeTracker.SyncServer.Storage;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>One of the product's databases, as the texts that make it.</summary>
/// <param name="name">What the ledger calls it.</param>
/// <param name="steps">The texts, run one after the other.</param>
internal abstract class SchemaDatabase(string name, IReadOnlyList<string> steps)
{
    internal static IReadOnlyList<SchemaDatabase> All { get; } =
    [
        new SqliteDatabase("client", StoreSchema.Current),
        new SqliteDatabase("server", SqliteLogStore.Schema),
        new PostgresDatabase("server-postgres", [.. PostgresMigrator.Steps.Select(SchemaText.Read)]),
    ];

    internal string Name => name;

    internal IReadOnlyList<string> Steps => steps;

    /// <summary>A test that must pass whatever is dropped, or the mutant is no database; null for none.</summary>
    internal virtual string? Sound => null;

    /// <summary>Each part of each step, as "client: entry.end_utc CHECK", with the steps that lack it.</summary>
    internal IEnumerable<(string Part, IReadOnlyList<string> Without)> Mutants() => steps.Index().SelectMany(step =>
        Parts(step.Item).Select(part =>
            ($"{name}: {part.Name}", (IReadOnlyList<string>)[.. steps.Index().Select(each => each.Index == step.Index
                ? part.DroppedFrom(each.Item)
                : each.Item)])));

    /// <summary>Lays a database made by these steps under the tests.</summary>
    internal void Lay(string folder, IReadOnlyList<string> made) =>
        Environment.SetEnvironmentVariable(Variable, Make(folder, made));

    /// <summary>Leaves the tests, and all processes that begin from here, to databases of their own again.</summary>
    internal void TakeAway() => Environment.SetEnvironmentVariable(Variable, null);

    /// <summary>Where TestKit's LaidDatabase looks for the file.</summary>
    protected abstract string Variable { get; }

    /// <summary>Makes the file that the tests begin with; gives back its path.</summary>
    protected abstract string Make(string folder, IReadOnlyList<string> made);

    /// <summary>What can be dropped from a step.</summary>
    protected virtual IEnumerable<SchemaPart> Parts(string sql) => SchemaParts.Of(sql);
}
