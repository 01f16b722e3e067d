using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What one device tells of what another did.</summary>
public sealed class HistoryOfDevicesTests : TwoReplicas
{
    [Fact]
    public void WhatAnotherDeviceDid_IsTold_WithoutItsCommand()
    {
        Laptop.Bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        var made = Assert.Single(History(Laptop));
        Assert.IsType<PassOutcome.Done>(Laptop.Sync(Server));
        Assert.IsType<PassOutcome.Done>(Phone.Sync(Server));

        var told = Assert.Single(History(Phone));

        Assert.Equal((made.Device, made.Command, made.At), (told.Device, told.Command, told.At));
        Assert.Equal((false, null, false), (told.IsThisDevice, told.Verb, told.Undone));
        Assert.Equal("Plan", told.Entry!.After.Entry.Description.Value);
    }

    private static IReadOnlyList<HistoryItem> History(Replica replica) =>
        replica.Bench.Tracker.Reports.History(null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, newest: 100);
}
