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
        var settled = fields.HasFlag(PatchFields.Span) ? fields | PatchFields.RunsOn : fields;
        transaction.Command("DELETE FROM conflict WHERE entity_id = $entity_id AND field & $fields <> 0")
            .Bind(entity.Bytes(), (long)settled).ExecuteNonQuery();
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
