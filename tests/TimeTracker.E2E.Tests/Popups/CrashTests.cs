using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>Whatever dies between a click and its reply: one effect, and the truth is shown afterwards.</summary>
public sealed class CrashTests(OpenBrowsers browsers) : IClassFixture<OpenBrowsers>
{
    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-03")]
    [Trait("Fault", "55")]
    [InBothBrowsers]
    public async Task TheHostKilledBeforeItAnswers_HasOneEffect(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        var popup = await Popup.Open(browser);

        home.Signal("STOP");
        await popup.Start("Plan");
        await popup.WaitForUnanswered();
        home.Signal("KILL");

        await popup.WaitForRunning("Plan");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Strace | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-03")]
    [Trait("Fault", "55")]
    [InBothBrowsers]
    public async Task TheHostKilledAsItReplies_HasOneEffect(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        var popup = await Popup.Open(browser);

        await popup.Type("Plan");
        await popup.Settle();

        // The database is written by pwrite64: the next write is the reply, and the command is committed.
        using var strace = ChildProcess.Start(
            "strace", "-f", "-p", $"{Assert.Single(home.Hosts())}", "-e", "trace=write", "-e", "inject=write:signal=KILL:when=1");
        Assert.Contains("attached", await strace.StandardError.ReadLineAsync(), StringComparison.Ordinal);
        await popup.Do("#start-button");

        await popup.WaitForRunning("Plan");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
        strace.WaitForExit();
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-03")]
    [InBothBrowsers]
    public async Task TheBackgroundStoppedBeforeTheReply_AsksAgain(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        var popup = await Popup.Open(browser);

        home.Signal("STOP");
        await popup.Start("Plan");
        await popup.WaitForUnanswered();
        await browser.StopBackground();
        home.Signal("KILL");

        await popup.WaitForRunning("Plan");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-03")]
    [InBothBrowsers]
    public async Task ThePopupClosedBeforeTheReply_LosesNothing(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        var popup = await Popup.Open(browser);

        home.Signal("STOP");
        await popup.Start("Plan");
        await popup.WaitForUnanswered();
        await popup.Page.Close();
        home.Signal("CONT");

        popup = await Popup.Open(browser);
        await popup.WaitForRunning("Plan");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-02")]
    [Trait("Fault", "52")]
    [InBothBrowsers]
    public async Task TheBrowserKilledRightAfterAClick_ShowsTheTruthWhenItIsBack(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        await using (var browser = await Browser.Launch(kind, home, Built.Extension))
        {
            var popup = await Popup.Open(browser);
            await popup.Start("Before");
            await popup.WaitForRunning("Before");
            await popup.Start("After");
            browser.Crash();
        }

        await using var again = await Browser.Launch(kind, home, Built.Extension);
        var reopened = await Popup.Open(again);

        // The click has reached the host or it has not; either way the popup shows what the ledger says.
        var booked = Ledger.Lines(home.Ledger());
        Assert.Matches("^Before(, After)? running$", string.Join(", ", booked));
        await reopened.WaitForRunning(booked.Length == 1 ? "Before" : "After");
    }
}
