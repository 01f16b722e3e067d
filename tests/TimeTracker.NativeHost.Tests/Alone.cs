namespace TimeTracker.NativeHost.Tests;

/// <summary>Tests of what the whole process shares: its memory, its time zone. They run with no others beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
