using TimeTracker.Protocol.Tests.Cases;
using TimeTracker.Protocol.Tests.Exploring;
using TimeTracker.Protocol.Tests.Model;
using Xunit.Abstractions;

namespace TimeTracker.Protocol.Tests;

/// <summary>Nothing of the design can go: without any one part it fails, in the way that is expected.</summary>
public sealed class RemovalTests(ITestOutputHelper output)
{
    public static TheoryData<int, string> Removals
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var index = 0; index < RemovalCases.All.Count; index++)
            {
                data.Add(index, RemovalCases.All[index].ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Removals))]
    public void WithoutOnePart_TheDesignFails(int index, string name)
    {
        var removal = RemovalCases.All[index];
        var explored = Explorer.Explore(removal.Case, kind => kind == removal.Kind);
        output.WriteLine($"{name}: {explored}");
        Assert.Equal(removal.Kind, explored.Found?.Violation.Kind);
    }

    [Fact]
    public void AKillAlone_NeverShowsThatCommitsAreNotSynced()
    {
        var kills = FaultBudget.Of(Fault.Kill, Fault.Kill);
        var rules = new ProtocolCase("kills", "AA") { Removal = Removal.SynchronousFull, Faults = kills };
        Assert.Null(Explorer.Explore(rules, _ => true).Found);
    }

    [Fact]
    public void EachPart_HasACase() => Assert.Equal(
        Enum.GetValues<Removal>().Skip(1),
        RemovalCases.All.Select(removal => removal.Case.Removal).Distinct());
}
