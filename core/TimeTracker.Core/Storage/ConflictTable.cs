using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The values that lost against another device's.</summary>
internal static class ConflictTable
{
    /// <summary>Makes these the conflicts of an entity, and no others.</summary>
    internal static void Replace(WriteTransaction transaction, Guid entity, IEnumerable<Conflict> conflicts)
    {
        transaction.Command("DELETE FROM conflict WHERE entity_id = $entity_id").Bind(entity.Bytes()).ExecuteNonQuery();
        foreach (var conflict in conflicts)
        {
            transaction.Command("""
                INSERT INTO conflict (entity_id, field, winner, loser) VALUES ($entity_id, $field, $winner, $loser)
                """)
                .Bind(
                    entity.Bytes(), (long)conflict.Field, conflict.Winner.Value.Bytes(), conflict.Loser.Value.Bytes())
                .ExecuteNonQuery();
        }
    }

    /// <summary>Whoever sets a field on this store knew what stood there.</summary>
    internal static void Settle(WriteTransaction transaction, Guid entity, PatchFields fields)
    {
        // Whether an entry that was removed would have gone on is no question any more.
        var settled = (fields & (PatchFields.Span | PatchFields.Removed)) != 0 ? fields | PatchFields.RunsOn : fields;
        transaction.Command("DELETE FROM conflict WHERE entity_id = $entity_id AND field & $fields <> 0")
            .Bind(entity.Bytes(), (long)settled).ExecuteNonQuery();
    }

    internal static bool Has(ISnapshot snapshot, Conflict conflict) => snapshot.Command("""
        SELECT EXISTS (SELECT 1 FROM conflict WHERE field = $field AND winner = $winner AND loser = $loser)
        """)
        .Bind((long)conflict.Field, conflict.Winner.Value.Bytes(), conflict.Loser.Value.Bytes())
        .ExecuteScalar() is 1L;

    internal static bool Any(ISnapshot snapshot) =>
        snapshot.Command("SELECT EXISTS (SELECT 1 FROM conflict)").ExecuteScalar() is 1L;

    internal static long Count(ISnapshot snapshot) =>
        (long)snapshot.Command("SELECT count(*) FROM conflict").ExecuteScalar()!;

    /// <summary>All of them, with what each is about.</summary>
    internal static List<(Guid Entity, Conflict Conflict)> All(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT entity_id, field, winner, loser FROM conflict ORDER BY entity_id, field, loser")
            .ExecuteReader();
        var conflicts = new List<(Guid, Conflict)>();
        while (row.Read())
        {
            conflicts.Add((row.Id(0), new(
                (PatchFields)row.GetInt32(1), OperationId.FromMinted(row.Id(2)), OperationId.FromMinted(row.Id(3)))));
        }

        return conflicts;
    }

    /// <summary>The entries whose end is another device's start.</summary>
    internal static List<EntryId> Ended(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT DISTINCT entity_id FROM conflict WHERE field = $field")
            .Bind((long)PatchFields.RunsOn).ExecuteReader();
        var entries = new List<EntryId>();
        while (row.Read())
        {
            entries.Add(new(row.Id(0)));
        }

        return entries;
    }
}
