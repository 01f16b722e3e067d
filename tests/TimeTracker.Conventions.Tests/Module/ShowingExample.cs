namespace TimeTracker.Conventions.Tests.Module;

#pragma warning disable CA1051, CA1801, CA1819, CA1822, IDE0060 // Only the shapes of these members matter.
/// <summary>Shows types of another assembly wherever one can be shown. Nobody makes one.</summary>
public abstract class ShowingExample : TheoryData
{
    protected readonly FactAttribute Field;

    private readonly FactAttribute _hidden;

    protected ShowingExample(FactAttribute fact) => Field = _hidden = fact;

    public IReadOnlyList<FactAttribute[]> Many => [[_hidden]];

    public void Method(FactAttribute fact) => Hidden(fact);

    private static void Hidden(FactAttribute fact) => GC.KeepAlive(fact);
}
#pragma warning restore CA1051, CA1801, CA1819, CA1822, IDE0060
