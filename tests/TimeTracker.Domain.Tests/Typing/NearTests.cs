namespace TimeTracker.Domain.Tests.Typing;

public sealed class NearTests
{
    [Theory]
    [InlineData("Porject", "Project")]
    [InlineData("Acm", "Acme")]
    [InlineData("acne", "Acme")]
    [InlineData("cme", "Acme")]
    [InlineData("Acme", "")]
    [InlineData("Home", "")]
    public void AWord_IsNearAnother_WhereOneLetterInThreeDiffers(string word, string near) =>
        Assert.Equal(near, string.Join(',', Near.Of(word, ["Project", "Acme", "Garden"])));

    [Fact]
    public void TheNearest_ComesFirst() => Assert.Equal(["release", "releases"], Near.Of("relaese", ["releases", "release"]));
}
