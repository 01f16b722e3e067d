using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using TimeTracker.TestKit;
using static TimeTracker.PowerShell.Tests.Sync.TwoDevices;

namespace TimeTracker.PowerShell.Tests.Sync;

public sealed class SyncCmdletTests : IAsyncLifetime
{
    private const int Yes = 0;
    private const int No = 2;
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(60);

    private TwoDevices _devices = null!;

    public async Task InitializeAsync() => _devices = await Start();

    public Task DisposeAsync()
    {
        _devices.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Invariant", "INV-30")]
    public void WhatOneDeviceBooks_TheOtherHasAfterASync_AndItsHistorySaysWhoBookedIt()
    {
        _devices.On(Laptop, "Start-TtTimer 'Plan' -Project Acme");
        Assert.Contains("sync: 2 pending", _devices.Shown(Laptop, "Get-TtTimer | Out-Default"), StringComparison.Ordinal);
        Assert.Equal((2, 2), Synced(Laptop));
        Assert.Equal((0, 2), Synced(Phone));

        Assert.Contains("sync: up to date", _devices.Shown(Phone, "Get-TtTimer | Out-Default"), StringComparison.Ordinal);
        Assert.Equal("Plan", _devices.On(Phone, "Get-TtTimer")[0].Properties["Description"].Value);
        var made = _devices.On(Laptop, "Get-TtHistory")[^1];
        var pulled = _devices.On(Phone, "Get-TtHistory")[^1];
        Assert.True((bool)made.Properties["IsThisDevice"].Value);
        Assert.False((bool)pulled.Properties["IsThisDevice"].Value);
        Assert.NotNull(made.Properties["Device"].Value);
        Assert.Equal(made.Properties["Device"].Value, pulled.Properties["Device"].Value);
    }

    [Fact]
    public void GetTtSync_ReadsAtAGlance()
    {
        Assert.Matches(
            @"^Server       : http://127\.0\.0\.1:\d+/ as owner\nStatus       : not synced yet\nLast success : never$",
            _devices.Shown(Laptop, "Get-TtSync | Out-Default").Trim());
        Synced(Laptop);
        Assert.Matches(@"Status       : up to date\nLast success : \d{4}-", _devices.Shown(Laptop, "Get-TtSync | Out-Default"));
        _devices.On(Laptop, "Disconnect-TtServer");
        Assert.Equal("Server : not connected", _devices.Shown(Laptop, "Get-TtSync | Out-Default").Trim());
    }

    [Fact]
    public void ACode_IsTypedAsOneLikes()
    {
        var code = _devices.NewCode();
        Assert.Contains('-', code);
        var sync = Assert.Single(_devices.On(
            "tablet", $"Connect-TtServer {_devices.Address} {code.Replace("-", null, StringComparison.Ordinal).ToLowerInvariant()} -PassThru"));
        Assert.Equal("owner", sync.Properties["User"].Value);
        Assert.Contains(Environment.MachineName, Names("tablet"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "SyncUnreachable", ErrorCategory.ConnectionError)]
    [InlineData("http://time.example", "SyncAddressRefused", ErrorCategory.SecurityError)]
    [InlineData("time.example", "SyncAddressRefused", ErrorCategory.SecurityError)]
    [InlineData("", "SyncShutOut", ErrorCategory.AuthenticationError)]
    public void AConnectThatCannotBe_IsATypedErrorThatSaysWhatToDo(string server, string id, ErrorCategory category)
    {
        var error = _devices.Fail("tablet", $"Connect-TtServer '{(server.Length > 0 ? server : _devices.Address)}' AAAA-BBBB-CCCC-DDDD");
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Null(_devices.On("tablet", "Get-TtSync")[0].Properties["Server"].Value);
    }

    [Fact]
    public void AStoreThatIsConnected_IsResetOnlyOnRequest_AndAfterAQuestion()
    {
        _devices.On(Laptop, "Start-TtTimer 'Plan'; $null = Sync-TtStore");
        var again = $"Connect-TtServer {_devices.Address} {_devices.NewCode()}";
        Assert.StartsWith("SyncAlreadyConnected,", _devices.Fail(Laptop, again).FullyQualifiedErrorId, StringComparison.Ordinal);

        var shown = _devices.Shown(Laptop, $"{again} -Reset", 200, No);
        Assert.Contains("sends everything again", shown, StringComparison.Ordinal);
        Assert.Equal((0, 0), Synced(Laptop));
        _devices.Shown(Laptop, $"{again} -Reset", 200, Yes);
        Assert.Equal((1, 1), Synced(Laptop));
    }

    [Fact]
    public void ADeviceThatIsShutOut_IsToldSo_AndComesBackWithANewCode()
    {
        Assert.Equal([Phone, Laptop], Names(Laptop));
        var asked = _devices.Shown(Laptop, "Get-TtDevice | Where-Object Name -EQ phone | Revoke-TtDevice", 80, No);
        Assert.Contains("\"Shut out\" on target \"phone\"", asked, StringComparison.Ordinal);
        Synced(Phone);

        _devices.On(Laptop, "Get-TtDevice | Where-Object Name -EQ phone | Revoke-TtDevice -Confirm:$false");
        var shutOut = _devices.Fail(Phone, "Start-TtTimer 'Call'; Sync-TtStore");
        Assert.StartsWith("SyncShutOut,", shutOut.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Shut out", _devices.Shown(Phone, "Get-TtSync | Out-Default"), StringComparison.Ordinal);
        Assert.Contains("1 pending; ", _devices.Shown(Phone, "Get-TtTimer | Out-Default"), StringComparison.Ordinal);

        _devices.On(Phone, $"Connect-TtServer {_devices.Address} {_devices.NewCode()}");
        Assert.Equal((1, 1), Synced(Phone));
    }

    [Fact]
    public void ADeviceThatTheServerDoesNotHave_IsAnErrorForThatOneAlone()
    {
        var error = _devices.Fail(
            Laptop, "@([guid]::NewGuid(), (Get-TtDevice | Where-Object Name -EQ phone).EnrolmentId) | ForEach-Object { Revoke-TtDevice $_ -Confirm:$false }");
        Assert.StartsWith("SyncUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.NotNull(_devices.On(Laptop, "Get-TtDevice | Where-Object Name -EQ phone")[0].Properties["Revoked"].Value);
    }

    [Fact]
    public void AfterDisconnect_NothingIsSent_AndWhatWasBookedStays()
    {
        _devices.On(Laptop, "Start-TtTimer 'Plan'; Disconnect-TtServer");
        Assert.Equal("Plan", _devices.On(Laptop, "Get-TtTimer")[0].Properties["Description"].Value);
        Assert.False(File.Exists(Path.Combine(_devices.Folder(Laptop), "sync-token")));
        foreach (var command in new[] { "Sync-TtStore", "Disconnect-TtServer", "Get-TtDevice" })
        {
            var error = _devices.Fail(Laptop, command);
            Assert.StartsWith("SyncNotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Connect-TtServer", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }

        Assert.Equal((0, 0), Synced(Phone));
    }

    [Fact]
    public void AServerThatIsGone_IsATypedError_AndTheTimerTellsOfIt()
    {
        _devices.On(Laptop, "Start-TtTimer 'Plan'");
        _devices.Server.Kill();
        var error = _devices.Fail(Laptop, "Sync-TtStore");
        Assert.StartsWith("SyncUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("1 pending; Connection refused", _devices.Shown(Laptop, "Get-TtTimer | Out-Default"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-TtServer ADDRESS CODE -WhatIf", "ADDRESS as device '")]
    [InlineData("Connect-TtServer ADDRESS CODE -Reset -WhatIf", "which sends everything again")]
    [InlineData("Disconnect-TtServer -WhatIf", "\"Disconnect\" on target \"ADDRESS\"")]
    [InlineData("Sync-TtStore -WhatIf", "\"Sync\" on target \"1 operations that wait, with ADDRESS\"")]
    [InlineData("Get-TtDevice | Revoke-TtDevice -WhatIf", "\"Shut out\" on target \"laptop\"")]
    public void WhatIf_SaysWhatWouldBeDone_AndTouchesNeitherStoreNorServer(string script, string expected)
    {
        _devices.On(Laptop, "Start-TtTimer 'Plan'");
        script = script.Replace("CODE", _devices.NewCode(), StringComparison.Ordinal);
        var before = _devices.Files();
        var shown = _devices.Shown(Laptop, script.Replace("ADDRESS", _devices.Address, StringComparison.Ordinal), 200);
        Assert.Contains(expected.Replace("ADDRESS", _devices.Address, StringComparison.Ordinal), shown, StringComparison.Ordinal);
        Assert.Equal(before, _devices.Files());
    }

    [Fact]
    public void WhatIf_MakesNoStore()
    {
        _devices.Shown("tablet", $"Connect-TtServer {_devices.Address} {_devices.NewCode()} -WhatIf; Sync-TtStore -WhatIf; Disconnect-TtServer -WhatIf");
        Assert.Empty(Directory.GetFiles(_devices.Folder("tablet")));
    }

    [Fact]
    public void ASync_ShowsHowFarItIs()
    {
        _devices.On(Laptop, "Start-TtTimer 'Plan'");
        using var shell = System.Management.Automation.PowerShell.Create(_devices.Runspace);
        shell.AddScript("Sync-TtStore").Invoke();
        var steps = shell.Streams.Progress.Select(step => step.StatusDescription);
        Assert.Equal(["1 pushed, 0 pulled", "1 pushed, 1 pulled", "0 pushed, 0 pulled"], steps);
        Assert.Equal(ProgressRecordType.Completed, shell.Streams.Progress[^1].RecordType);
    }

    [Fact]
    public async Task CtrlC_EndsTheWaitForAServerThatDoesNotAnswer()
    {
        _devices.On(Laptop, "Start-TtTimer 'Plan'");
        _devices.Server.Kill();
        using var silent = new TcpListener(IPAddress.Loopback, new Uri(_devices.Address).Port);
        silent.Start();
        using var shell = System.Management.Automation.PowerShell.Create(_devices.Runspace);
        var running = shell.AddScript("Sync-TtStore").BeginInvoke();
        using var heard = await silent.AcceptTcpClientAsync();

        await shell.StopAsync(null, null).WaitAsync(StopMax);
        Assert.True(running.IsCompleted);
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Equal(1L, _devices.On(Laptop, "Get-TtSync")[0].Properties["Pending"].Value);
    }

    [Theory]
    [InlineData("Get-TtDevice")]
    [InlineData("Start-TtTimer 'Plan'; Sync-TtStore")]
    public void EveryView_FitsEightyColumns(string script)
    {
        var shown = _devices.Shown(Laptop, $"{script} | Out-Default");
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("----", shown, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Sqlite3)]
    [Trait("Invariant", "INV-12")]
    public void WhatTheServerRefused_IsShownWithItsReason_AndAnsweredFor()
    {
        RefuseTheLatestOf("Add-TtEntry 'Plan' -Start 'yesterday 9:00' -End 'yesterday 10:00'");
        Assert.Contains("sync: 1 parked", _devices.Shown(Laptop, "Get-TtTimer | Out-Default"), StringComparison.Ordinal);
        var shown = _devices.Shown(Laptop, "Get-TtSync | Out-Default; (Get-TtSync).Parked | Out-Default");
        Assert.Contains("too_large: It is too large.", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, 80));

        var id = _devices.On(Laptop, "(Get-TtSync).Parked")[0].Properties["OperationId"].Value;
        Assert.Contains(id.ToString()!, Completed("Resolve-TtSync plan"));
        var before = _devices.Files();
        Assert.Contains(
            "\"Let be\" on target \"description 'Plan'", _devices.Shown(Laptop, $"Resolve-TtSync {id} -Discard -WhatIf", 400), StringComparison.Ordinal);
        _devices.On(Laptop, $"Resolve-TtSync {id} -Retry -WhatIf");
        Assert.Equal(["No answer was chosen; nothing was changed."], _devices.Warnings(Laptop, $"Resolve-TtSync {id} -Retry:$false"));
        Assert.Equal(before, _devices.Files());

        _devices.On(Laptop, $"Resolve-TtSync {id} -Discard");
        Assert.Empty(_devices.On(Laptop, "(Get-TtSync).Parked"));
        Assert.Equal(
            ["No such operation waits for an answer; nothing was changed."], _devices.Warnings(Laptop, $"Resolve-TtSync {id} -Discard"));
    }

    [RequiresFact(Requirement.Sqlite3)]
    public void WhatTheServerRefused_IsSaidAgain_WithRetry()
    {
        RefuseTheLatestOf("Add-TtEntry 'Plan' -Start 'yesterday 9:00' -End 'yesterday 10:00'");
        var entry = Assert.Single(_devices.On(Laptop, "(Get-TtSync).Parked | Resolve-TtSync -Retry -PassThru"));
        Assert.Equal("Plan", entry.Properties["Description"].Value);
        Assert.Equal((1, 1), Synced(Laptop));
        Synced(Phone);
        Assert.Equal("Plan", Assert.Single(_devices.On(Phone, "Get-TtEntry -From yesterday")).Properties["Description"].Value);
    }

    /// <summary>Leaves what a command said last as a server's refusal does; a real one takes a fault in a program.</summary>
    private void RefuseTheLatestOf(string command)
    {
        _devices.On(Laptop, command);
        var refused = ChildProcess.Run("sqlite3", Path.Combine(_devices.Folder(Laptop), "timetracker.db"), """
            UPDATE outbox SET verdict = 'rejected', reason = 'too_large: It is too large.' WHERE seq = (SELECT max(seq) FROM outbox);
            UPDATE device SET settled_seq = (SELECT max(seq) FROM outbox) WHERE is_current = 1;
            """);
        Assert.True(refused.ExitCode == 0, refused.Errors);
    }

    private IEnumerable<string> Completed(string typed)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_devices.Runspace);
        return [.. CommandCompletion.CompleteInput(typed, typed.Length, null, shell).CompletionMatches.Select(match => match.CompletionText)];
    }

    private IEnumerable<string> Names(string device) =>
        _devices.On(device, "Get-TtDevice").Select(one => (string)one.Properties["Name"].Value);

    private (int Pushed, int Pulled) Synced(string device)
    {
        var done = Assert.Single(_devices.On(device, "Sync-TtStore"));
        return ((int)done.Properties["Pushed"].Value, (int)done.Properties["Pulled"].Value);
    }
}
