using System.Runtime.InteropServices;
using TimeTracker.Core;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>Keeps the watch and syncs until the process is told to end: for a service, where no browser is open.</summary>
internal static class RunVerb
{
    internal static VerbReport Run()
    {
        using var told = new ManualResetEventSlim();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        try
        {
            using var tracker = Tracker.Open(Connection.Options());
            told.Wait();
            return new("run", [new("store", "ok", "The watch has ended; what it knew is saved.") { Path = tracker.StorePath }]);
        }
        catch (StoreException failure)
        {
            return new("run", [StoreItem.Of(failure)]);
        }

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            told.Set();
        }
    }
}
