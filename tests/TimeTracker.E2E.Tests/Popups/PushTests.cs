using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>Two browsers and a PowerShell prompt on one store.</summary>
public sealed class PushTests
{
    [RequiresFact(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-26")]
    public async Task WhatOneChanges_TheOthersShowByThemselves()
    {
        using var home = new Home(Built.Host);
        using var shell = new ShellSession(home);
        await using var chromium = await Browser.Launch(BrowserKind.Chromium, home, Built.Extension);
        await using var firefox = await Browser.Launch(BrowserKind.Firefox, home, Built.Extension);
        var (one, other) = (await Popup.Open(chromium), await Popup.Open(firefox));

        await shell.Run("Start-TtTimer 'From the prompt'");
        await Task.WhenAll(one.WaitForRunning("From the prompt"), other.WaitForRunning("From the prompt"));

        await one.Start("From Chromium");
        await one.WaitForRunning("From Chromium");
        await other.WaitForRunning("From Chromium");
        Assert.Contains("From Chromium", await shell.Run("(Get-TtTimer).Description"), StringComparison.Ordinal);

        await other.Do("#stop");
        await other.WaitForIdle();
        await Task.WhenAll(one.WaitForIdle(), one.WaitForToday("From Chromium", 1));
        Assert.Contains("Idle", await shell.Run("\"$((Get-TtTimer).State)\""), StringComparison.Ordinal);

        await shell.Run("Get-TtEntry -Text 'From Chromium' | Remove-TtEntry -Confirm:$false");
        await Task.WhenAll(one.WaitForToday("From Chromium", 0), other.WaitForToday("From Chromium", 0));
        Assert.Equal(["From the prompt"], Ledger.Lines(home.Ledger()));
    }
}
