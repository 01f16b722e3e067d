namespace TimeTracker.Protocol.Tests.Model;

/// <summary>A small world to walk through: who commits what, and what may go wrong.</summary>
/// <param name="Name">What the case is about.</param>
/// <param name="Script">The author of each operation: "AAB" is op1 and op2 by store A and op3 by store B.</param>
internal sealed record ProtocolCase(string Name, string Script)
{
    private readonly int? _stores;

    /// <summary>How many places for stores there are.</summary>
    internal int Stores { get => _stores ?? Script.Max(author => author - 'A') + 1; init => _stores = value; }

    /// <summary>How many of them, the last ones, are empty until a copy comes to lie there.</summary>
    internal int Empty { get; init; }

    /// <summary>Worker processes for each store.</summary>
    internal int Workers { get; init; } = 1;

    /// <summary>At most this many operations in one push.</summary>
    internal int PushMax { get; init; } = 2;

    /// <summary>Whether a push may also take less than it could: a 413 halves it.</summary>
    internal bool AnyBatch { get; init; }

    /// <summary>At most this many rows in one page.</summary>
    internal int PageMax { get; init; } = 1;

    /// <summary>An operation over the size limit; or 0.</summary>
    internal int TooLarge { get; init; }

    /// <summary>Two operations that came to have one id; or none.</summary>
    internal (int One, int Other) SameId { get; init; }

    /// <summary>Two operations that say the same, and are meant; or none.</summary>
    internal (int One, int Other) SameContent { get; init; }

    /// <summary>What may go wrong.</summary>
    internal FaultBudget Faults { get; init; }

    /// <summary>The part of the design that is taken away.</summary>
    internal Removal Removal { get; init; }

    internal int Operations => Script.Length;

    internal World Start => new(
        [.. Enumerable.Range(0, Stores).Select(StoreAtStart)],
        new Server([]),
        [],
        new Facts(0, 0, 0, [.. new int[Operations]], false),
        Faults);

    public override string ToString() => Name;

    internal static string NameOf(int store) => ((char)('A' + store)).ToString();

    internal bool Without(Removal removal) => Removal == removal;

    internal int AuthorOf(int op) => Script[op - 1] - 'A';

    /// <summary>Whether the server may refuse it.</summary>
    internal bool IsRefusable(int op) => op == TooLarge || op == SameId.One || op == SameId.Other;

    internal bool HaveOneId(int op, int other) => op == other || (op, other) == SameId || (other, op) == SameId;

    /// <summary>Whether anything was restored or copied so far, so that a new device id has a reason.</summary>
    internal bool IsDisturbed(World world) =>
        Spent(world, Fault.StorePutBack) || Spent(world, Fault.StoreCopied) || Spent(world, Fault.ServerRestored);

    private bool Spent(World world, Fault fault) => world.Faults.Left(fault) < Faults.Left(fault);

    private Store StoreAtStart(int store) => new(
        store < Stores - Empty ? StoreFile.New(store + 1) : null,
        [.. Enumerable.Repeat<Worker>(Worker.Idle.Instance, Workers)]);
}
