using System.Diagnostics;
using System.Text;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests;

public sealed class PromptTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("Start-TtTimer 'Plan' -Ago 65m", "[1:05 Plan] ")]
    [InlineData("Start-TtTimer 'Plan' -Ago 65m; Suspend-TtTimer", "[paused Plan] ")]
    [InlineData("Start-TtTimer 'Plan' -Ago 65m; Stop-TtTimer", "")]
    [InlineData("Start-TtTimer '0123456789012345678901234567👩‍💻👩‍💻👩‍💻👩‍💻'", "[0:00 0123456789012345678901234567👩‍💻👩‍💻…] ")]
    public void WriteTtPrompt_RendersWhatTheTimerDoes(string before, string expected) =>
        Assert.Equal(expected, _engine.Run($"{before}\nWrite-TtPrompt")[0].BaseObject);

    [Fact]
    public void ThePrompt_MakesNoStore_AndSurvivesABrokenOne()
    {
        _engine.Run("Write-TtPrompt; Get-TtPromptStatus");
        Assert.Empty(Directory.GetFileSystemEntries(_engine.Folder));

        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["timetracker.db"], "no database at all, and long enough to be taken for one");
        Environment.SetEnvironmentVariable(Engine.Home, folder.Path);
        Assert.Equal(string.Empty, _engine.Run("Write-TtPrompt")[0].BaseObject);
    }

    [Fact]
    public void GetTtPromptStatus_IsData()
    {
        var status = _engine.Run("Start-TtTimer 'Plan' -Project Acme; Get-TtPromptStatus")[0];
        Assert.Equal("Running", status.Properties["State"].Value.ToString());
        Assert.Equal("Acme", status.Properties["Project"].Value);
        Assert.Equal("[0:00 Plan] ", _engine.Run("Get-TtPromptStatus | Write-TtPrompt")[0].BaseObject);
    }

    [Fact]
    public void AddTtToProfile_AsksAndShowsTheLines_AndObeysNo()
    {
        using var folder = new TemporaryFolder();
        var shown = new RecordingHost(120, 2).Run($"Add-TtToProfile -Path '{folder["profile.ps1"]}'");
        Assert.Contains("Your prompt stays", shown, StringComparison.Ordinal);
        Assert.Contains("Write-TtPrompt", shown, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["profile.ps1"]));

        new RecordingHost(120).Run($"Add-TtToProfile -Path '{folder["profile.ps1"]}' -WhatIf");
        Assert.False(File.Exists(folder["profile.ps1"]));
    }

    [Theory]
    [InlineData("utf-8", "# äöü\nfunction prompt { 'mine> ' }\n")]
    [InlineData("utf-16", "# äöü\nfunction prompt { 'mine> ' }")]
    public void AddTtToProfile_KeepsThePromptAndTheFilesEncoding(string encoding, string before)
    {
        using var folder = new TemporaryFolder();
        var profile = folder["profile.ps1"];
        File.WriteAllText(profile, before, Encoding.GetEncoding(encoding));
        _engine.Run($"Add-TtToProfile -Path '{profile}' -Confirm:$false");
        Assert.StartsWith(before, File.ReadAllText(profile), StringComparison.Ordinal);

        var script = File.ReadAllText(profile).Replace("Import-Module TimeTracker", string.Empty, StringComparison.Ordinal);
        Assert.Equal(
            "[0:00 Plan] mine> ", _engine.Run($"Start-TtTimer 'Plan'\n{script}\n{script}\nprompt")[^1].BaseObject);

        var (_, errors, warnings) = _engine.Try($"Add-TtToProfile -Path '{profile}' -Confirm:$false");
        Assert.Empty(errors);
        Assert.Contains("already", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void MeasureTtCommand_RunsTheBlockAndStops()
    {
        var output = _engine.Run("Measure-TtCommand { 1; 2 } -Project Acme -Description 'Build' -PassThru");
        Assert.Equal([1, 2], output.Take(2).Select(item => item.BaseObject));
        Assert.Equal("Stopped", output[2].Properties["State"].Value.ToString());
        Assert.Equal("Build", output[2].Properties["Description"].Value);
        Assert.Equal("Acme", output[2].Properties["Project"].Value);
        Assert.Equal("1 + 1", _engine.Run("Measure-TtCommand { 1 + 1 } -PassThru")[1].Properties["Description"].Value);
    }

    [Fact]
    public void MeasureTtCommand_OfABlockThatThrows_StopsAndPassesTheError()
    {
        Assert.Contains("oh no", _engine.Fail("Measure-TtCommand { throw 'oh no' }").ToString(), StringComparison.Ordinal);
        Assert.Equal("Idle", _engine.Run("Get-TtTimer")[0].Properties["State"].Value.ToString());
        Assert.Single(_engine.Run("Get-TtEntry"));
    }

    [Fact]
    public void MeasureTtCommand_WhileATimerRuns_IsAnErrorAndRunsNothing()
    {
        _engine.Run("Start-TtTimer 'Plan'");
        var (output, errors, _) = _engine.Try("Measure-TtCommand { 'ran' }");
        Assert.Empty(output);
        Assert.StartsWith("AlreadyRunning,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void MeasureTtCommand_WhoseBlockStoppedTheTimerItself_LeavesALaterOneRunning()
    {
        _engine.Run("Measure-TtCommand { Switch-TtTimer 'Later' }");
        Assert.Equal("Later", _engine.Run("Get-TtTimer")[0].Properties["Description"].Value);
    }

    [Fact]
    public void MeasureTtCommand_ThatIsStopped_StopsTheTimer()
    {
        using (var shell = System.Management.Automation.PowerShell.Create(_engine.Runspace))
        {
            shell.AddScript("Measure-TtCommand { $env:TT_BEGAN = 'yes'; while ($true) { [Threading.Thread]::Yield() } } -Description Endless");
            var running = shell.BeginInvoke();
            var since = Stopwatch.StartNew();
            while (Environment.GetEnvironmentVariable("TT_BEGAN") != "yes")
            {
                Assert.True(since.Elapsed < TimeSpan.FromSeconds(60), "the block did not begin");
                Thread.Yield();
            }

            shell.Stop();
            running.AsyncWaitHandle.WaitOne();
        }

        Assert.Equal("Idle", _engine.Run("Get-TtTimer")[0].Properties["State"].Value.ToString());
        Assert.Equal("Endless", Assert.Single(_engine.Run("Get-TtEntry")).Properties["Description"].Value);
    }
}
