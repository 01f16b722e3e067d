using System.Data.Common;
using TimeTracker.Domain;

namespace TimeTracker.Core.Storage;

/// <summary>How the domain's values stand in columns.</summary>
internal static class Columns
{
    internal static byte[] Bytes(this Guid id) => id.ToByteArray(bigEndian: true);

    internal static Guid Id(this DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    internal static Guid? IdOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Id(column);

    internal static ZonedInstant Zoned(this DbDataReader row, int column) => new(
        Instant.FromMicroseconds(row.GetInt64(column)), row.GetString(column + 1), row.GetInt32(column + 2));

    internal static long Microseconds(this TimeSpan duration) => duration.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Four columns: utc, monotonic, boottime, domain.</summary>
    internal static Reading Reading(this DbDataReader row, int column) => new(
        row.GetInt64(column),
        TimeSpan.FromMicroseconds(row.GetInt64(column + 1)),
        TimeSpan.FromMicroseconds(row.GetInt64(column + 2)),
        new ClockDomain(row.GetString(column + 3)));
}
