using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger.Tests.Testing;

public sealed class TestCaseTests
{
    [Theory]
    [InlineData(null)]
    public void ANull_IsOneArgument(string? argument) => Assert.Null(argument);

    [Fact]
    public void ACaseOfOneNull_RunsAsXunitRunsIt()
    {
        var test = Assert.Single(TestCase.Of(GetType(), GetType().GetMethod(nameof(ANull_IsOneArgument))!));
        Assert.Null(test.Failure());
        Assert.Equal(string.Empty, test.Arguments);
    }

    [Fact]
    public void WhatIsNoTest_HasNoCase() =>
        Assert.Empty(TestCase.Of(GetType(), GetType().GetMethod(nameof(ToString))!));
}
