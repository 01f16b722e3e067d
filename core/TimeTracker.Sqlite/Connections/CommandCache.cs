using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TimeTracker.Sqlite.Connections;

/// <summary>The commands of one connection by their SQL text, so that the warm path compiles no SQL.</summary>
internal sealed class CommandCache(StoreConnection owner)
{
    /// <summary>More distinct texts than the product has; SQL that is assembled in passing ends up here.</summary>
    public const int CommandsMax = 256;

    private static readonly string[] TransactionWords =
        ["BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "ATTACH", "DETACH"];

    private readonly Dictionary<string, EnlistedCommand> _commands = new(StringComparer.Ordinal);

    public EnlistedCommand Get(string sql)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        if (_commands.TryGetValue(sql, out var command))
        {
            if (command.HasOpenReader)
            {
                throw new InvalidOperationException("A reader of the same SQL is still open in this transaction.");
            }

            command.ForgetValues();
            return command;
        }

        command = Create(sql);
        _commands.Add(sql, command);
        return command;
    }

    /// <summary>A forgotten reader would keep COMMIT from running and the snapshot from ending.</summary>
    public void CloseReaders()
    {
        foreach (var command in _commands.Values)
        {
            command.CloseReader();
        }
    }

    /// <summary>Between transactions, when nobody holds a command.</summary>
    public void TrimToLimit()
    {
        if (_commands.Count > CommandsMax)
        {
            Clear();
        }
    }

    public void Clear()
    {
        foreach (var command in _commands.Values)
        {
            command.Evict();
        }

        _commands.Clear();
    }

    private EnlistedCommand Create(string sql)
    {
        var firstWord = new string([.. sql.TrimStart().TakeWhile(char.IsAsciiLetter)]);
        if (TransactionWords.Contains(firstWord, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"{firstWord} is not for callers.", nameof(sql));
        }

        try
        {
            return new EnlistedCommand(sql, ParameterNames(sql), owner);
        }
        catch (SqliteException exception)
        {
            throw owner.Failed(exception);
        }
    }

    /// <summary>Compiles the text once more than the driver, which keeps its statement to itself.</summary>
    private List<string> ParameterNames(string sql)
    {
        var code = raw.sqlite3_prepare_v2(owner.Handle, sql, out var statement, out var rest);
        using (statement)
        {
            if (code != raw.SQLITE_OK)
            {
                throw owner.Failed(raw.sqlite3_extended_errcode(owner.Handle), sql);
            }

            if (!string.IsNullOrWhiteSpace(rest))
            {
                throw new ArgumentException("One statement a command.", nameof(sql));
            }

            var names = new List<string>();
            for (var index = 1; index <= raw.sqlite3_bind_parameter_count(statement); index++)
            {
                names.Add(raw.sqlite3_bind_parameter_name(statement, index).utf8_to_string()
                    ?? throw new ArgumentException("Parameters have names ($id) or numbers (?1).", nameof(sql)));
            }

            return names;
        }
    }
}
