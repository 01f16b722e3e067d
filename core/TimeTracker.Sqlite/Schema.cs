namespace TimeTracker.Sqlite;

/// <summary>
/// Which application a database belongs to, and the steps that lead to its newest form. Immutable. A step that was
/// ever released is never edited: databases exist that have run it.
/// </summary>
public sealed class Schema
{
    /// <summary>Creates a schema.</summary>
    /// <param name="applicationId">The file's application_id, not 0, which is what every other SQLite file has.</param>
    /// <param name="migrations">The steps, numbered 1, 2, 3 … without a hole.</param>
    public Schema(int applicationId, IReadOnlyList<Migration> migrations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(applicationId);
        ArgumentNullException.ThrowIfNull(migrations);
        ArgumentOutOfRangeException.ThrowIfZero(migrations.Count, nameof(migrations));

        for (var index = 0; index < migrations.Count; index++)
        {
            if (migrations[index].Version != index + 1)
            {
                throw new ArgumentException(
                    $"Migration {index + 1} carries version {migrations[index].Version}.", nameof(migrations));
            }
        }

        ApplicationId = applicationId;
        Migrations = [.. migrations];
    }

    /// <summary>The number that marks the file as ours.</summary>
    public int ApplicationId { get; }

    /// <summary>The steps in their order; at least one.</summary>
    public IReadOnlyList<Migration> Migrations { get; }

    /// <summary>The version that this program knows.</summary>
    public int Version => Migrations.Count;
}
