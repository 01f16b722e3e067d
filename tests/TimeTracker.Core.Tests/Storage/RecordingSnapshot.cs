using System.Data.Common;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>Passes all questions on, and keeps their texts.</summary>
internal sealed class RecordingSnapshot(ISnapshot snapshot) : ISnapshot
{
    internal List<string> Texts { get; } = [];

    public DbCommand Command(string sql)
    {
        Texts.Add(sql);
        return snapshot.Command(sql);
    }
}
