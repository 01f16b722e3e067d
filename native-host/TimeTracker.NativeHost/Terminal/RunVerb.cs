using TimeTracker.Core;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>Keeps the watch and syncs until the process is told to end: for a service, where no browser is open.</summary>
internal static class RunVerb
{
    internal static VerbReport Run()
    {
        using var signals = new EndSignals();
        try
        {
            using var tracker = Tracker.Open(Connection.Options());
            signals.Token.WaitHandle.WaitOne();
            return new("run", [new("store", "ok", "The watch has ended; what it knew is saved.") { Path = tracker.StorePath }]);
        }
        catch (StoreException failure)
        {
            return new("run", [StoreItem.Of(failure)]);
        }
    }
}
