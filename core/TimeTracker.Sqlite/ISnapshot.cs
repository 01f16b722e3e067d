using System.Data.Common;

namespace TimeTracker.Sqlite;

/// <summary>One consistent state of the database to ask questions of: a <see cref="ReadSnapshot"/>, or a
/// <see cref="WriteTransaction"/>, which sees what it has written so far.</summary>
public interface ISnapshot
{
    /// <summary>A prepared command, the same object each time for the same text; see <see cref="CommandParameters"/>.</summary>
    /// <param name="sql">One statement, a constant text: texts are cached.</param>
    DbCommand Command(string sql);
}
