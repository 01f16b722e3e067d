using static TimeTracker.PowerShell.Tests.Sync.TwoDevices;

namespace TimeTracker.PowerShell.Tests.Sync;

public sealed class ConflictCmdletTests : IAsyncLifetime
{
    private const string Sync = "$null = Sync-TtStore";

    private TwoDevices _devices = null!;

    public async Task InitializeAsync()
    {
        _devices = await Start();
        _devices.On(Laptop, $"Add-TtEntry 'Plan' -Project Acme -Start 'yesterday 9:00' -End 'yesterday 10:00'; {Sync}");
        _devices.On(Phone, Sync);
        _devices.On(Laptop, "Get-TtEntry -From yesterday | Set-TtEntry -Description 'Plan A'");
        _devices.On(Phone, "Get-TtEntry -From yesterday | Set-TtEntry -Description 'Plan B'");
        _devices.On(Laptop, Sync);
        _devices.On(Phone, Sync);
        _devices.On(Laptop, Sync);
    }

    public Task DisposeAsync()
    {
        _devices.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [Trait("Invariant", "INV-17")]
    [InlineData(Laptop, "-KeepMine", "Plan A")]
    [InlineData(Laptop, "-KeepTheirs", "Plan B")]
    [InlineData(Phone, "-KeepMine", "Plan B")]
    [InlineData(Phone, "-KeepTheirs", "Plan A")]
    public void AConflict_IsDecidedOnce_ForBothDevices(string device, string keep, string kept)
    {
        Assert.Equal((1, 1), (Conflicts(Laptop), Conflicts(Phone)));
        Assert.Contains("1 conflict", _devices.Shown(device, "Get-TtTimer | Out-Default"), StringComparison.Ordinal);
        Assert.Equal(
            [kept], _devices.On(device, $"$c = Get-TtConflict; $c | Resolve-TtConflict {keep} -PassThru").Select(Description));
        Assert.Equal(0, Conflicts(device));
        Assert.Equal(
            ["The question has that answer already; nothing was changed."],
            _devices.Warnings(device, $"$c | Resolve-TtConflict {keep}"));

        var other = device == Laptop ? Phone : Laptop;
        _devices.On(device, Sync);
        _devices.On(other, Sync);
        Assert.Equal(0, Conflicts(other));
        Assert.Equal([kept], _devices.On(other, "Get-TtEntry -From yesterday").Select(Description));
    }

    [Fact]
    public void ADecision_IsUndone()
    {
        _devices.On(Laptop, "Get-TtConflict | Resolve-TtConflict -KeepMine");
        Assert.Equal(["Plan A"], _devices.On(Laptop, "Get-TtEntry -From yesterday").Select(Description));
        _devices.On(Laptop, "Undo-TtCommand");
        Assert.Equal(["Plan B"], _devices.On(Laptop, "Get-TtEntry -From yesterday").Select(Description));
    }

    [Fact]
    public void AConflictOverTheProject_NamesBoth()
    {
        _devices.On(Laptop, "Get-TtEntry -From yesterday | Set-TtEntry -Project Home");
        _devices.On(Phone, "Get-TtEntry -From yesterday | Set-TtEntry -Project Garden");
        _devices.On(Laptop, Sync);
        _devices.On(Phone, Sync);
        var conflict = Assert.Single(_devices.On(Phone, "Get-TtConflict | Where-Object Field -EQ Project"));
        Assert.Equal("project 'Garden'", conflict.Properties["Mine"].Value);
        Assert.Equal("project 'Home'", conflict.Properties["Theirs"].Value);
    }

    [Theory]
    [InlineData("-KeepMine", "Keep mine")]
    [InlineData("-KeepTheirs", "Keep theirs")]
    public void WhatIf_NamesBothValues_AndTouchesNeitherStoreNorServer(string keep, string action)
    {
        var before = _devices.Files();
        var shown = _devices.Shown(Laptop, $"Get-TtConflict | Resolve-TtConflict {keep} -WhatIf", 400);
        Assert.Contains($"\"{action}\" on target \"Description of 'Plan ", shown, StringComparison.Ordinal);
        Assert.Contains("mine description 'Plan A', theirs description 'Plan B'", shown, StringComparison.Ordinal);
        Assert.Equal(
            ["Neither value was chosen; nothing was changed."],
            _devices.Warnings(Laptop, $"Get-TtConflict | Resolve-TtConflict {keep}:$false"));
        Assert.Equal(before, _devices.Files());
    }

    [Fact]
    public void TheView_FitsEightyColumns()
    {
        var shown = _devices.Shown(Laptop, "Get-TtConflict | Out-Default");
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("Theirs", shown, StringComparison.Ordinal);
    }

    private int Conflicts(string device) => _devices.On(device, "Get-TtConflict").Count;

    private static string Description(System.Management.Automation.PSObject entry) =>
        (string)entry.Properties["Description"].Value;
}
