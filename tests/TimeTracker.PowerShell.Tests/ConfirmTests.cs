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
}
