using System.Security.Cryptography;

namespace TimeTracker.SyncServer;

/// <summary>The machine's clock and chance: everything else is given them.</summary>
internal static class Edge
{
#pragma warning disable RS0030 // This is the one place that the banned symbols are for.
    internal static TimeProvider Clock => TimeProvider.System;

    internal static Chance Chance => RandomNumberGenerator.Fill;
#pragma warning restore RS0030
}
