using System.Data.Common;

namespace TimeTracker.Sqlite;

/// <summary>
/// Sets the parameters of a command that a transaction or snapshot handed out. Such a command has one parameter object
/// for each parameter of its SQL, in the order of first appearance; setting them allocates nothing but the boxes.
/// </summary>
public static class CommandParameters
{
    /// <summary>
    /// Sets all parameters in the order in which they first appear in the SQL. Values are what SQLite stores: long,
    /// int, bool (as 0 or 1), double, string, byte[] and null. Anything else is refused, because the driver would
    /// store it in a form of its own (a Guid as upper-case text).
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="values">As many as the SQL has parameters.</param>
    /// <returns>The command, to be executed at once.</returns>
    public static DbCommand Bind(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (values.Length != command.Parameters.Count)
        {
            throw new ArgumentException(
                $"{command.Parameters.Count} parameters, {values.Length} values.", nameof(values));
        }

        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = Storable(values[index]);
        }

        return command;
    }

    /// <summary>Sets one parameter by its name as it stands in the SQL, prefix included; values as in Bind.</summary>
    /// <param name="command">The command.</param>
    /// <param name="name">Such as <c>$entry_id</c>.</param>
    /// <param name="value">The value, null for NULL.</param>
    /// <returns>The command.</returns>
    public static DbCommand Set(this DbCommand command, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Parameters[name].Value = Storable(value);
        return command;
    }

    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        long or int or bool or double or string or byte[] or DBNull => value,
        _ => throw new ArgumentException($"A {value.GetType().Name} has no form of its own in SQLite.", nameof(value)),
    };
}
