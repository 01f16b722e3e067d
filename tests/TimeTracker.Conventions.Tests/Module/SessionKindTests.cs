using System.Reflection;

namespace TimeTracker.Conventions.Tests.Module;

/// <summary>Which sessions keep the watch: those that a person sits before.</summary>
public sealed class SessionKindTests
{
    private static readonly MethodInfo IsInteractive = FrontAssembly.Instance
        .GetType("TimeTracker.PowerShell.SessionKind", throwOnError: true)!
        .GetMethod("IsInteractive", BindingFlags.Static | BindingFlags.NonPublic)!;

    [Theory]
    [InlineData("pwsh", true)]
    [InlineData("pwsh -NoProfile -NoLogo", true)]
    [InlineData("pwsh -NoExit -Command Get-TtTimer", true)]
    [InlineData("pwsh -noe -c Get-TtTimer", true)]
    [InlineData("pwsh -Command Get-TtTimer", false)]
    [InlineData("pwsh -c Get-TtTimer", false)]
    [InlineData("pwsh -NoProfile -File book.ps1", false)]
    [InlineData("pwsh -f book.ps1", false)]
    [InlineData("pwsh -EncodedCommand AAAA", false)]
    [InlineData("pwsh -NonInteractive", false)]
    [InlineData("pwsh book.ps1", false)]
    public void ASession_IsInteractiveWhereSomebodyTypes(string line, bool expected)
    {
        Assert.Equal(expected, Ask(line.Split(' '), isInputRedirected: false));
        Assert.False(Ask(line.Split(' '), isInputRedirected: true));
    }

    private static bool Ask(string[] arguments, bool isInputRedirected) =>
        (bool)IsInteractive.Invoke(null, [arguments, isInputRedirected])!;
}
