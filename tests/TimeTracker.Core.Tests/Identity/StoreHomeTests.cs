using TimeTracker.Core.Identity;

namespace TimeTracker.Core.Tests.Identity;

/// <summary>Whether a store lies where it lay.</summary>
public sealed class StoreHomeTests
{
    [Theory]
    [InlineData("m", "1", "m", "1", true)]
    [InlineData("m", "1", "m", "2", false)]
    [InlineData("m", "1", "n", "1", false)]
    [InlineData("m", "", "m", "2", true)]
    [InlineData("m", "1", "m", "", true)]
    [InlineData("m", "", "n", "", false)]
    public void AStoreIsTheSame_WhereMachineAndFileAre_AndWhatOneDoesNotKnowTellsNothing(
        string machine, string file, string hereMachine, string hereFile, bool isSame) =>
        Assert.Equal(isSame, new StoreHome(machine, file).IsSameAs(new(hereMachine, hereFile)));

    [Theory]
    [InlineData("2", "1", "2")]
    [InlineData("", "1", "1")]
    [InlineData("", null, "")]
    public void WhatIsNotKnownNow_IsKeptFromBefore(string here, string? before, string kept) => Assert.Equal(
        new StoreHome("m", kept), new StoreHome("m", here).Or(before is null ? null : new("n", before)));
}
