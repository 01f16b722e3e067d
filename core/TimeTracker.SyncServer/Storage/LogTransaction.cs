using System.Data.Common;
using TimeTracker.Sqlite;

namespace TimeTracker.SyncServer.Storage;

/// <summary>
/// An open transaction of either database. Both are asked in the same SQL, with parameters named <c>@like_this</c> and
/// set by <see cref="CommandParameters"/>; where many rows go to one statement, they go to the server in one trip.
/// </summary>
public abstract class LogTransaction : ISnapshot
{
    /// <inheritdoc/>
    public abstract DbCommand Command(string sql);

    /// <summary>Executes one statement once for each row of values.</summary>
    /// <param name="sql">One statement, a constant text.</param>
    /// <param name="rows">The values, as in <see cref="CommandParameters.Bind"/>.</param>
    public virtual void ExecuteEach(string sql, IReadOnlyList<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows)
        {
            Command(sql).Bind(row).ExecuteNonQuery();
        }
    }

    /// <summary>Asks one question once for each row of values, and reads all that is answered.</summary>
    /// <param name="sql">One query, a constant text.</param>
    /// <param name="rows">The values, as in <see cref="CommandParameters.Bind"/>.</param>
    /// <param name="read">Makes one item of the row that the reader stands on.</param>
    public virtual IReadOnlyList<T> ReadEach<T>(
        string sql, IReadOnlyList<object?[]> rows, Func<DbDataReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(read);
        var items = new List<T>();
        foreach (var row in rows)
        {
            using var reader = Command(sql).Bind(row).ExecuteReader();
            while (reader.Read())
            {
                items.Add(read(reader));
            }
        }

        return items;
    }
}
