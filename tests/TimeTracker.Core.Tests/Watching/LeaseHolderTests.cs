using TimeTracker.Core.Watching;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Watching;

/// <summary>Whether the program that promised to look has ended.</summary>
public sealed class LeaseHolderTests
{
    private static string Space { get; } = LeaseHolder.New().Split(' ')[1];

    [Fact]
    public void EachTracker_HasANameOfItsOwn_ThatBeginsWithItsProcess()
    {
        var (one, other) = (LeaseHolder.New(), LeaseHolder.New());
        Assert.NotEqual(one, other);
        Assert.All([one, other], name => Assert.StartsWith($"{Environment.ProcessId} ", name, StringComparison.Ordinal));
        Assert.Equal(3, one.Split(' ').Length);
    }

    [RequiresFact(Requirement.Linux)]
    public void TheSpaceOfAName_IsTheNamespaceOfItsProcess() =>
        Assert.Equal(new FileInfo("/proc/self/ns/pid").LinkTarget, Space);

    [Fact]
    public void AProcessThatRuns_IsNotGone() => Assert.False(LeaseHolder.IsGone(LeaseHolder.New()));

    [Fact]
    public void AProcessThatHasEnded_IsGone() => Assert.True(LeaseHolder.IsGone(EndedProgram.Holder()));

    [Theory]
    [InlineData("{0} elsewhere x")]
    [InlineData("{0} {1}")]
    [InlineData("{0} {1} x y")]
    [InlineData("none {1} x")]
    [InlineData("")]
    public void ANameThatProvesNothing_IsNotGone(string name) =>
        Assert.False(LeaseHolder.IsGone(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, int.MaxValue, Space)));
}
