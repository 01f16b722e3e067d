using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;

namespace TimeTracker.SyncServer.Storage;

/// <summary>What was decided before of operations' ids: in the log, or refused.</summary>
internal static class KnownTable
{
    // An id of the log that was reused has a rejection too: the log comes first.
    private const string Find = """
        SELECT op_id, feed_no, payload_hash, NULL, NULL FROM operation
        WHERE user_id = @user_id AND op_id = @op_id
        UNION ALL
        SELECT op_id, NULL, payload_hash, code, reason FROM rejection
        WHERE user_id = @user_id AND op_id = @op_id
          AND NOT EXISTS (SELECT 1 FROM operation WHERE user_id = @user_id AND op_id = @op_id)
        """;

    internal static IReadOnlyDictionary<OperationId, KnownOperation> Of(
        LogTransaction transaction, UserId user, IReadOnlyList<PushOperation> operations) => transaction
        .ReadEach(
            Find,
            [.. operations.Select(operation => new object?[] { user.Value.Bytes(), operation.Id.Value.Bytes() })],
            Read)
        .DistinctBy(known => known.Id)
        .ToDictionary(known => known.Id, known => known.Known);

    private static (OperationId Id, KnownOperation Known) Read(DbDataReader row) => (
        OperationId.FromMinted(row.Id(0)),
        row.IsDBNull(1)
            ? new KnownOperation.Refused(new(row.GetString(3), row.GetString(4)))
            : new KnownOperation.InLog(row.GetInt64(1), row.Hash(2)));
}
