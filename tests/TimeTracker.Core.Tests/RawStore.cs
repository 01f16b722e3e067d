using Microsoft.Data.Sqlite;

namespace TimeTracker.Core.Tests;

/// <summary>The store as any other SQLite client sees it.</summary>
internal sealed class RawStore : IDisposable
{
    private readonly SqliteConnection _connection;

    internal RawStore(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=True");
        _connection.Open();
    }

    internal int Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    internal T Ask<T>(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>All rows of a query, one line each.</summary>
    internal List<string> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                byte[] bytes => Convert.ToHexString(bytes),
                var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
            })));
        }

        return rows;
    }

    /// <summary>Tries a statement that the schema must refuse, and gives back why it did.</summary>
    internal string Refuse(string sql) => Assert.Throws<SqliteException>(() => Run(sql)).Message;

    public void Dispose() => _connection.Dispose();
}
