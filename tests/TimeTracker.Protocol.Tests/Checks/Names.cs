using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>How sets of operations are shown.</summary>
internal static class Names
{
    internal static string Of(int operations) => string.Join(
        ", ", Enumerable.Range(1, 31).Where(op => (operations & Facts.Bit(op)) != 0).Select(op => $"op{op}"));
}
