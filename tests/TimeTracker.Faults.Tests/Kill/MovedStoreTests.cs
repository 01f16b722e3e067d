using TimeTracker.Faults.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.Faults.Tests.Kill;

/// <summary>The store's file is deleted, replaced, put back or carried to another machine.</summary>
public sealed class MovedStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _other = new();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [RequiresTheory(Requirement.Linux)]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Invariant", "INV-21")]
    public void AStoreThatIsDeletedOrReplacedWhileItIsOpen_FailsTheNextCommandLoudly_AndKeepsIt(bool isReplaced)
    {
        StoreRun.Prepare(_other.Path);
        var replacement = File.ReadAllBytes(_other["timetracker.db"]);
        using var process = StoreRun.Start(_folder.Path, "start wait switch");
        while (process.StandardOutput.ReadLine() is not "waiting")
        {
        }

        File.Delete(_folder["timetracker.db"]);
        if (isReplaced)
        {
            File.Copy(_other["timetracker.db"], _folder["timetracker.db"]);
        }

        process.StandardInput.WriteLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.StartsWith("fault Moved", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ack ", output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder.Path, "rescue"), "*.json"));
        if (isReplaced)
        {
            Assert.Equal(replacement, File.ReadAllBytes(_folder["timetracker.db"]));
        }
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-20")]
    public void ABackupPutInTheStoresPlace_WritesAsANewDevice_AndSendsAllThatWasUnsent()
    {
        StoreRun.Prepare(_folder.Path);
        File.Copy(_folder["timetracker.db"], _other["timetracker.db"]);
        StoreRun.Run(_folder.Path, "start stop");
        File.Move(_other["timetracker.db"], _folder["timetracker.db"], overwrite: true);
        var acknowledged = StoreRun.Acknowledged(StoreRun.Run(_folder.Path, "start stop").Output);

        Assert.Equal(2, Devices(_folder).Count);
        Assert.Empty(StoreCheck.Violations(_folder["timetracker.db"], acknowledged));
        Assert.Empty(StoreCheck.Ask(
            _folder["timetracker.db"],
            "SELECT hex(op_id) FROM outbox WHERE device_id <> (SELECT device_id FROM device WHERE is_current = 1)"));
    }

    [RequiresFact(Requirement.Linux | Requirement.Root | Requirement.Mount)]
    [Trait("Invariant", "INV-20")]
    public void AStoreCarriedToAnotherMachine_WritesAsANewDeviceThere_AndAsTheOldOneHere()
    {
        StoreRun.Prepare(_folder.Path);
        var home = Devices(_folder);
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.Copy(file, _other[Path.GetFileName(file)]);
        }

        var id = _other["another-machine-id"];
        File.WriteAllText(id, "0123456789abcdef0123456789abcdef\n");
        var there = StoreRun.Run(
            _other.Path, "start stop", "unshare", "--mount", "--uts", "--fork", "bash", "-c",
            $"if [ -e /etc/machine-id ]; then mount --bind {id} /etc/machine-id; fi; echo elsewhere > /proc/sys/kernel/hostname; exec \"$@\"",
            "bash");
        Assert.Equal(2, StoreRun.Acknowledged(there.Output).Count);
        StoreRun.Run(_folder.Path, "start stop");

        Assert.Equal(home, Devices(_folder));
        Assert.Equal(2, Devices(_other).Count);
        Assert.Single(Devices(_other).Except(home));
    }

    private static List<string> Devices(TemporaryFolder folder) =>
        StoreCheck.Ask(folder["timetracker.db"], "SELECT hex(device_id) FROM device ORDER BY device_id");
}
