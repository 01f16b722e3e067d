using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What one device tells of what another did.</summary>
public sealed class HistoryOfDevicesTests : IDisposable
{
    private readonly ServerInProcess _server = new();
    private readonly Replica _laptop = new();
    private readonly Replica _phone = new();

    public void Dispose()
    {
        _server.Dispose();
        _laptop.Dispose();
        _phone.Dispose();
    }

    [Fact]
    public void WhatAnotherDeviceDid_IsTold_WithoutItsCommand()
    {
        _laptop.Bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        var made = Assert.Single(History(_laptop));
        Assert.IsType<PassOutcome.Done>(_laptop.Sync(_server));
        Assert.IsType<PassOutcome.Done>(_phone.Sync(_server));

        var told = Assert.Single(History(_phone));

        Assert.Equal((made.Device, made.Command, made.At), (told.Device, told.Command, told.At));
        Assert.Equal((false, null, false), (told.IsThisDevice, told.Verb, told.Undone));
        Assert.Equal("Plan", told.Entry!.After.Entry.Description.Value);
    }

    private static IReadOnlyList<HistoryItem> History(Replica replica) =>
        replica.Bench.Tracker.Reports.History(null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, newest: 100);
}
