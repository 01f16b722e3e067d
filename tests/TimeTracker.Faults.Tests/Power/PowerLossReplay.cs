using TimeTracker.Faults.Tests.Rig;

namespace TimeTracker.Faults.Tests.Power;

/// <summary>Runs the program once, then lets the power fail after each of its calls, in each way.</summary>
internal sealed class PowerLossReplay(string folder, string work, int seed)
{
    // In memory where there is such a place: the states are many, and their durability is what is acted here.
    private static readonly string Memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly Random _random = new(seed);

    /// <summary>How many states were looked at.</summary>
    internal int States { get; private set; }

    /// <summary>How many commands the program was told are done.</summary>
    internal int Acknowledged { get; private set; }

    /// <summary>What was wrong in them.</summary>
    internal List<string> Violations { get; } = [];

    /// <summary>In how many something was.</summary>
    internal int BadStates { get; private set; }

    internal void Run(string words)
    {
        StoreRun.Prepare(folder);
        var disk = new RecordedDisk(folder);
        var log = Path.Combine(work, "trace");
        var run = StoreRun.Run(folder, words, StraceLog.Recorder(log));
        Assert.True(run.ExitCode == 0, run.Errors);
        List<string> acknowledged = [];
        foreach (var call in StraceLog.Read(log, folder))
        {
            if (call.Name == "ack")
            {
                acknowledged.Add(call.File);
            }
            else
            {
                disk.Do(call);
            }

            Check(disk, acknowledged);
        }

        Acknowledged = acknowledged.Count;
        Assert.Equal(StoreRun.Acknowledged(run.Output), acknowledged);
    }

    private void Check(RecordedDisk disk, List<string> acknowledged)
    {
        Check("nothing", disk.AfterPowerLoss(() => false), acknowledged);
        Check("a random part", disk.AfterPowerLoss(() => _random.Next(2) == 0), acknowledged);
        Check("all but the end of the last write", disk.AfterPowerLoss(() => true, torn: _random.Next(4096)), acknowledged);
        if (StoreRun.IsLong)
        {
            Check("all", disk.AfterPowerLoss(() => true), acknowledged);
            for (var again = 0; again < 8; again++)
            {
                Check("a random part", disk.AfterPowerLoss(() => _random.Next(2) == 0, torn: _random.Next(4096)), acknowledged);
            }
        }
    }

    private void Check(string survived, Dictionary<string, byte[]> files, List<string> acknowledged)
    {
        var place = Directory.CreateDirectory(Path.Combine(Memory, $"timetracker-state-{Environment.ProcessId}")).FullName;
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(place, name), bytes);
        }

        var wrong = StoreCheck.Violations(Path.Combine(place, "timetracker.db"), acknowledged);
        Directory.Delete(place, recursive: true);
        Violations.AddRange(wrong.Select(violation => $"state {States}, {survived} survived: {violation}"));
        BadStates += wrong.Count > 0 ? 1 : 0;
        States++;
    }
}
