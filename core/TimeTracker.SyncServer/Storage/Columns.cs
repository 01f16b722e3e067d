using System.Data.Common;
using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Storage;

/// <summary>How the domain's values stand in columns.</summary>
internal static class Columns
{
    internal static byte[] Bytes(this Guid id) => id.ToByteArray(bigEndian: true);

    internal static Guid Id(this DbDataReader row, int column) =>
        new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    internal static ChainHash Hash(this DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column));

    internal static Instant Instant(this DbDataReader row, int column) =>
        Domain.Instant.FromMicroseconds(row.GetInt64(column));
}
