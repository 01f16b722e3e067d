using System.Globalization;
using TimeTracker.Core;
using TimeTracker.NativeHost.Install;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>Says what runs, what waits to be synced, and where the host is installed.</summary>
internal static class StatusVerb
{
    internal static VerbReport Run(Surroundings surroundings)
    {
        var installed = Places.Of(surroundings, forAll: false)
            .Where(place => File.Exists(place.File))
            .Select(place => new ReportItem(place.Browser, "installed", "installed") { Path = place.File });
        try
        {
            using var tracker = Tracker.Open(new TrackerOptions());
            var snapshot = SnapshotSource.Take(tracker, sequence: 1, change: 1, TimeProvider.System.GetLocalNow());
            return new("status", [
                new("timer", snapshot.State, Timer(snapshot)),
                new("sync", snapshot.Sync.State, Sync(snapshot.Sync)),
                new("store", "ok", tracker.StorePath) { Path = tracker.StorePath },
                .. installed])
            {
                Snapshot = snapshot,
            };
        }
        catch (StoreException failure)
        {
            return new("status", [StoreItem.Of(failure), .. installed]);
        }
    }

    private static string Timer(SnapshotMessage snapshot) => snapshot.Entry is { } entry
        ? $"{snapshot.State}: '{entry.Description}', {Duration(entry.DurationMs)}; today {Duration(snapshot.Today.TotalMs)}"
        : $"{snapshot.State}; today {Duration(snapshot.Today.TotalMs)}";

    private static string Sync(SyncMessage sync) => sync.State switch
    {
        "off" => "not connected to a server",
        _ => $"{sync.State}, {sync.Pending} waiting{(sync.Problem is { } problem ? $": {problem}" : string.Empty)}",
    };

    private static string Duration(long ms) => string.Create(
        CultureInfo.InvariantCulture, $"{ms / 3_600_000}:{ms / 60_000 % 60:00}:{ms / 1000 % 60:00}");
}
