using TimeTracker.Core;

namespace TimeTracker.NativeHost.Messages;

/// <summary>How the store stands with its server.</summary>
/// <param name="State">off (no server), synced, waiting (something is on its way), failing or shut-out.</param>
/// <param name="Pending">Operations that wait to be sent; without a server they are simply local.</param>
/// <param name="Parked">Operations that the server refused.</param>
/// <param name="Conflicts">Values that wait for a look.</param>
/// <param name="LastSuccess">When all was last sent and pulled.</param>
/// <param name="Problem">What went wrong last.</param>
internal sealed record SyncMessage(
    string State, long Pending, int Parked, long Conflicts, DateTimeOffset? LastSuccess, string? Problem)
{
    internal static SyncMessage Of(SyncView view) => new(
        StateOf(view.Connection, view.Pending), view.Pending, view.Parked.Count, view.Conflicts,
        view.Connection?.LastSuccess, view.Connection?.Problem);

    private static string StateOf(SyncConnection? connection, long pending) => connection switch
    {
        null => "off",
        { IsShutOut: true } => "shut-out",
        { Problem: not null } => "failing",
        _ when pending > 0 => "waiting",
        _ => "synced",
    };
}
