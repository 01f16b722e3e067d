using TimeTracker.Protocol.Tests.Model;
using static TimeTracker.Protocol.Tests.Model.Fault;

namespace TimeTracker.Protocol.Tests.Cases;

/// <summary>
/// The worlds that are walked through in full. Up to three stores and four operations: each fault alone, then those
/// together that could hide behind each other.
/// </summary>
internal static class DesignCases
{
    /// <summary>Set for the larger worlds too, up to 15 million states and 7 GB.</summary>
    internal static bool IsLong { get; } = Environment.GetEnvironmentVariable("TIMETRACKER_LONG_PROTOCOL") == "1";

    internal static IReadOnlyList<ProtocolCase> All => IsLong ? [.. Small, .. Large] : Small;

    private static IReadOnlyList<ProtocolCase> Small { get; } =
    [
        Case("nothing goes wrong", "AABB"),
        Case("nothing goes wrong with three stores", "ABC"),
        Case("messages are lost, the server errs and crashes", "AB", LostMessage, LostMessage, Error500, ServerCrash),
        Case("requests arrive late and twice", "AAB", LateRequest, DuplicatedMessage),
        Case("workers are killed", "AAB", Kill, Kill),
        Case("a machine loses power", "AAB", PowerLoss, LostMessage),
        Case("a worker stands still, another takes over", "AB", LeaseTakenOver, LostMessage) with { Workers = 2 },
        Case("one is too large", "AAB", LostMessage, Kill) with { TooLarge = 1 },
        Case("one is too large in a store that is copied", "AAB", StoreCopied, LostMessage)
            with { TooLarge = 1, Empty = 1 },
        Case("two have one id", "AAB", LostMessage, DuplicatedMessage) with { SameId = (1, 3) },
        Case("an old store is put back", "AAB", StorePutBack),
        Case("a store is copied", "AAB", StoreCopied) with { Empty = 1 },
        Case("a store is copied, a request is late", "AAB", StoreCopied, LateRequest) with { Empty = 1 },
        Case("a store is copied twice", "AC", StoreCopied, StoreCopied) with { Empty = 2 },
        Case("the server is restored", "AAB", ServerRestored),
        Case("the server is restored, batches of any size", "AAB", ServerRestored)
            with { AnyBatch = true, PushMax = 3 },
        Case("the server is restored twice", "AAB", ServerRestored, ServerRestored) with { PushMax = 3, PageMax = 3 },
        Case("an old store is put back, the server is restored", "AA", StorePutBack, ServerRestored) with { Stores = 2 },
        Case("a store is copied, the server is restored", "AAB", StoreCopied, ServerRestored) with { Empty = 1 },
    ];

    private static IReadOnlyList<ProtocolCase> Large { get; } =
    [
        Case("a store is copied twice, three operations", "ABC", StoreCopied, StoreCopied) with { Empty = 2 },
        Case("two workers, one stands still, one is killed", "AAB", LeaseTakenOver, Kill) with { Workers = 2 },
        Case("an old store is put back, a request is late", "AAB", StorePutBack, LateRequest),
        Case("an old store is put back, the server is restored, two authors", "AB", StorePutBack, ServerRestored),
        Case("a store is copied, a request is late, four operations", "AABB", StoreCopied, LateRequest)
            with { Empty = 1 },
        Case("the server is restored, four operations", "AABB", ServerRestored),
        Case("the server is restored, three stores", "ABC", ServerRestored) with { PushMax = 3, PageMax = 3 },
        Case("the server is restored, a request is late", "AAB", ServerRestored, LateRequest),
        Case("the server is restored twice, small pages", "AAB", ServerRestored, ServerRestored),
    ];

    internal static ProtocolCase Named(string name) => All.Single(rules => rules.Name == name);

    private static ProtocolCase Case(string name, string script, params ReadOnlySpan<Fault> faults) =>
        new(name, script) { Faults = FaultBudget.Of(faults) };
}
