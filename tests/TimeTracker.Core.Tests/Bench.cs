using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core;
using TimeTracker.Core.Clocks;
using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Domain.TestKit;
using TimeTracker.Sqlite;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests;

/// <summary>A tracker on a real store of its own, with clocks that are moved by hand.</summary>
internal sealed class Bench : IDisposable
{
    // No test waits for as long: where nobody holds the store, only a busy machine is in the way.
    internal static readonly TimeSpan BusyTimeout = TimeSpan.FromMinutes(5);

    private static readonly EmptyDatabase Empty = new(path => Database.Open(path, StoreSchema.Current).Dispose());

    private readonly TemporaryFolder _home = new();

    internal Bench()
    {
        Clock = new FakeClock(new DateTimeOffset(2027, 3, 9, 7, 41, 13, TimeSpan.Zero));
        if (!LaidDatabase.Under(_home["timetracker.db"]))
        {
            Empty.CopyTo(_home["timetracker.db"]);
        }

        Tracker = Open();
    }

    internal FakeClock Clock { get; }

    internal Tracker Tracker { get; private set; }

    /// <summary>What the watch is timed by.</summary>
    internal FakeTimeProvider Timers { get; } = new();

    internal string Folder => _home.Path;

    internal string StorePath => Tracker.StorePath;

    internal static Command.Start Start(string description, string? project = null, params string[] tags) =>
        new(new Details { Description = description, Project = project, Tags = tags }, When.Now.Value);

    internal static Command.Stop Stop() => new(When.Now.Value);

    /// <param name="keepsWatch">As in <see cref="TrackerOptions.KeepsWatch"/>.</param>
    /// <param name="saveTimeMax">As in <see cref="TrackerOptions.SaveTimeMax"/>; as long as it takes where null.</param>
    /// <param name="busyTimeout">As in <see cref="TrackerOptions.BusyTimeout"/>, for a test in which somebody holds the
    /// store for longer.</param>
    internal Tracker Open(
        bool keepsWatch = false, TimeSpan? saveTimeMax = null, TimeSpan? busyTimeout = null) => Tracker.Open(new TrackerOptions
    {
        KeepsWatch = keepsWatch,
        SaveTimeMax = saveTimeMax ?? BusyTimeout,
        Time = Timers,
        Folder = Folder,
        Clock = new HandClock(Clock),
        Zone = () => Clock.Zone,
        BusyTimeout = busyTimeout ?? BusyTimeout,
    });

    internal void Reopen(bool keepsWatch = false, TimeSpan? saveTimeMax = null, TimeSpan? busyTimeout = null)
    {
        Tracker.Dispose();
        Tracker = Open(keepsWatch, saveTimeMax, busyTimeout);
    }

    /// <summary>The program dies without a word, and another one opens the store.</summary>
    internal void Kill(TimeSpan isAwayFor)
    {
        Tracker.Abandon();
        Clock.Work(isAwayFor);
        Tracker = Open();
    }

    /// <summary>A time of the day before the clock's first, a Monday, in UTC; the zone is an hour ahead.</summary>
    internal static DateTimeOffset Monday(int hour, int minute = 0) => new(2027, 3, 8, hour, minute, 0, TimeSpan.Zero);

    /// <summary>Books an entry that has ended.</summary>
    internal EntryId Add(
        string description, DateTimeOffset from, TimeSpan lasts, string? project = null, params string[] tags)
    {
        var details = new Details { Description = description, Project = project, Tags = tags };
        return Do(new Command.Add(details, from, from + lasts)).Changed[^1].Entry.Id;
    }

    internal CommandResult.Done Do(Command command) => Assert.IsType<CommandResult.Done>(Tracker.Execute(command));

    internal IReadOnlyList<EntryView> All() =>
        Tracker.Entries(new EntryQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue));

    /// <summary>What the log says so far, without the quotes that it puts around what is no number.</summary>
    internal string Log()
    {
        var folder = LogSweep.FolderOf(Folder);
        return Directory.Exists(folder)
            ? string.Concat(Directory.GetFiles(folder).Select(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                return new StreamReader(stream).ReadToEnd();
            })).Replace("\"", string.Empty, StringComparison.Ordinal)
            : string.Empty;
    }

    public void Dispose()
    {
        Tracker.Dispose();
        _home.Dispose();
    }

    private sealed class HandClock(FakeClock clock) : IClock
    {
        public Reading Read() => clock.Reading;
    }
}
