using System.Reflection;
using Microsoft.Data.Sqlite;
using TimeTracker.Core;

namespace TimeTracker.StoreProcess;

/// <summary>Takes from an open store what keeps it safe from power loss, so that a rig which finds no loss then is
/// known to be blind. There is no such switch in the product, hence the reflection.</summary>
internal static class NormalSync
{
    internal static void Force(Tracker tracker)
    {
        var connection = (SqliteConnection)Part(Part(Part(Part(tracker, "_database"), "_writer"), "_connection"), "Connection");
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = NORMAL";
        command.ExecuteNonQuery();
    }

    private static object Part(object whole, string name)
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        var type = whole.GetType();
        return type.GetField(name, any)?.GetValue(whole) ?? type.GetProperty(name, any)?.GetValue(whole)
            ?? throw new MissingMemberException(type.Name, name);
    }
}
