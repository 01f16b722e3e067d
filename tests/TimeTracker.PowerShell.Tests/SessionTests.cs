using System.Management.Automation;

namespace TimeTracker.PowerShell.Tests;

/// <summary>What sessions do beside typing commands: share a store, stop midway, throw, look elsewhere.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void ParallelBlocksThatAddEntries_LoseNone()
    {
        var modules = Path.GetDirectoryName(Path.GetDirectoryName(Engine.Manifest));
        _engine.Run($$"""
            $env:PSModulePath = '{{modules}}'
            1..100 | ForEach-Object -ThrottleLimit 8 -Parallel {
                $start = ([datetime]'2026-03-02').AddMinutes($_)
                Add-TtEntry "Task $_" -Start $start -End $start.AddSeconds(30)
            }
            """);
        Assert.Equal(100, _engine.Run("Get-TtEntry -From 2026-03-02 -To 2026-03-03").Count);
    }

    [Fact]
    public void APipelineThatIsStopped_KeepsWhatWasCommitted_AndTheSessionGoesOn()
    {
        using (var shell = System.Management.Automation.PowerShell.Create(_engine.Runspace))
        {
            shell.AddScript("""
                1..1000000 | ForEach-Object {
                    if ($_ -eq 20) { $env:TT_MIDWAY = 'yes' }
                    $start = ([datetime]'2026-01-02').AddSeconds($_)
                    [pscustomobject]@{ Description = "Task $_"; Start = $start; End = $start }
                } | Add-TtEntry
                """);
            var running = shell.BeginInvoke();
            Assert.True(SpinWait.SpinUntil(
                () => Environment.GetEnvironmentVariable("TT_MIDWAY") == "yes", TimeSpan.FromSeconds(60)));
            shell.Stop();
            running.AsyncWaitHandle.WaitOne();
        }

        var kept = _engine.Run("Get-TtEntry -From 2026-01-02 -To 2026-01-15").Count;
        Assert.InRange(kept, 19, 999_999);
        _engine.Run("Start-TtTimer 'Plan'; Stop-TtTimer");
    }

    [Fact]
    public void ErrorActionStop_EndsThePipelineAtTheFirstRefusal()
    {
        var (output, errors, _) = _engine.Try("""
            $ErrorActionPreference = 'Stop'
            Start-TtTimer 'Plan'
            Start-TtTimer 'Call'
            'not reached'
            """);
        Assert.Empty(output);
        Assert.StartsWith("AlreadyRunning,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void ARefusal_CanBeCaughtByItsStableId() => Assert.Equal(
        "AlreadyRunning",
        _engine.Run("""
            Start-TtTimer 'Plan'
            try { Start-TtTimer 'Call' -ErrorAction Stop } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
            """)[0].BaseObject);

    [Fact]
    public void AnotherDataFolder_IsAnotherStore_InOneSession()
    {
        using var other = new TestKit.TemporaryFolder();
        _engine.Run("Start-TtTimer 'Plan'");
        Environment.SetEnvironmentVariable(Engine.Home, other.Path);
        Assert.Equal("Idle", _engine.Run("Get-TtTimer")[0].Properties["State"].Value.ToString());
        Environment.SetEnvironmentVariable(Engine.Home, _engine.Folder);
        Assert.Equal("Plan", _engine.Run("Get-TtTimer")[0].Properties["Description"].Value);
    }

    [Theory]
    [InlineData("a`nb")]
    [InlineData("a`e[31mb")]
    [InlineData("a$([char]0x9b)31mb")]
    [InlineData("a$([char]0x2028)b")]
    public void NoTextThatATerminalWouldObey_IsKept(string text)
    {
        Assert.StartsWith(
            "ControlCharacters,", _engine.Fail($"Start-TtTimer \"{text}\"").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(
            "ControlCharacters,",
            _engine.Fail($"Start-TtTimer 'x' -Project \"{text}\"").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_SaysWhatWasCommittedWhere_AndNothingOfItsText()
    {
        var committed = Verbose("""
            Start-TtTimer 'secret note' -Verbose
            Set-TtEntry -Project 'secret too' -Verbose
            Set-TtPolicy Suspend Keep -Verbose
            """).Where(message => message.StartsWith("Committed ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["Start", "Edit", "policy"], committed.Select(message => message.Split(' ')[1]));
        Assert.All(committed, message =>
        {
            Assert.Contains(Path.Combine(_engine.Folder, "timetracker.db"), message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        });
    }

    private string[] Verbose(string script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_engine.Runspace);
        shell.AddScript(script).Invoke();
        return [.. shell.Streams.Verbose.Select(record => record.Message)];
    }
}
