namespace TimeTracker.PowerShell.Tests;

public sealed class ConfirmTests : IDisposable
{
    private const int Yes = 0;
    private const int No = 2;

    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(Yes, "Idle")]
    [InlineData(No, "Running")]
    public void Confirm_NamesWhatWillStop_AndObeysTheAnswer(int answer, string state)
    {
        _engine.Run("Start-TtTimer 'Plan'");
        var shown = new RecordingHost(80, answer).Run("Stop-TtTimer -Confirm");

        Assert.Contains("Stop timer", shown, StringComparison.Ordinal);
        Assert.Contains("'Plan'", shown, StringComparison.Ordinal);
        Assert.Equal(state, _engine.Run("Get-TtTimer")[0].Properties["State"].Value.ToString());
    }

    [Theory]
    [InlineData("Stop-TtTimer -WhatIf")]
    [InlineData("$WhatIfPreference = $true; Stop-TtTimer")]
    [InlineData("$ConfirmPreference = 'Low'; Stop-TtTimer")]
    [InlineData("$ConfirmPreference = 'Medium'; Stop-TtTimer")]
    [InlineData("Stop-TtTimer -Verbose")]
    [InlineData("$ConfirmPreference = 'Low'; Stop-TtTimer -Confirm:$false -Verbose")]
    public void WhereverAPersonSeesWhatIsDone_TheyReadWhatTo(string script)
    {
        _engine.Run("Start-TtTimer 'Plan'");
        var shown = new RecordingHost(80, Yes).Run($"& {{ {script} }}");
        Assert.Contains("\"Stop timer\" on target \"'Plan'", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$ConfirmPreference = 'None'; Stop-TtTimer")]
    [InlineData("$ConfirmPreference = 'Low'; Stop-TtTimer -Confirm:$false")]
    [InlineData("$VerbosePreference = 'Continue'; Stop-TtTimer -Verbose:$false")]
    public void WhereNobodyIsToBeAsked_NothingIsShown(string script)
    {
        _engine.Run("Start-TtTimer 'Plan'");
        Assert.Empty(new RecordingHost(80).Run($"& {{ {script} }}"));
        Assert.Equal("Idle", _engine.Run("Get-TtTimer")[0].Properties["State"].Value.ToString());
    }

    [Theory]
    [InlineData("Start-TtTimer \"a`e[31mb\" -WhatIf")]
    [InlineData("Rename-TtProject \"a`e[31mb\" x -WhatIf")]
    [InlineData("[pscustomobject]@{ Description = \"a$([char]0x9b)31mb\" } | Switch-TtTimer -WhatIf")]
    [InlineData("Start-TtTimer x -At \"a`e[31mb\" -ErrorAction Stop")]
    [InlineData("Start-TtTimer x -At ([Text.StringBuilder]\"a`e[31mb\") -ErrorAction Stop")]
    public void NoTextThatATerminalWouldObey_IsShown(string script)
    {
        var host = new RecordingHost(200);
        host.Run($"try {{ {script} }} catch {{ $Host.UI.WriteLine($_.ToString()) }}");
        Assert.Contains("a?", host.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("a\e", host.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("a\u009b", host.Shown, StringComparison.Ordinal);
    }
}
