using TimeTracker.Core;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>What is wrong with the store.</summary>
internal static class StoreItem
{
    internal static ReportItem Of(StoreException failure) =>
        new("store", $"Store{failure.Fault}", failure.Message) { Remedy = failure.Hint };
}
