using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>What holds in every state.</summary>
internal static class Safety
{
    internal static void Check(List<Violation> found, ProtocolCase rules, World world)
    {
        LogChecks.AddTo(found, rules, world);
        StoreChecks.AddTo(found, rules, world);
        AddFacts(found, world);
    }

    private static void AddFacts(List<Violation> found, World world)
    {
        var lost = world.Facts.Owed & ~world.Held();
        if (lost != 0)
        {
            found.Add(new(ViolationKind.Lost, $"{Names.Of(lost)} was acknowledged and is nowhere"));
        }

        if (world.Facts.ForkedInPeace)
        {
            found.Add(new(ViolationKind.FalseFork, "a new device id, and nothing was restored or copied"));
        }
    }
}
