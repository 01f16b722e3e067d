namespace TimeTracker.Faults.Tests.Power;

/// <summary>
/// The store's two files as a disk has them: what was synced is there, and of what was written since, any part may be.
/// </summary>
internal sealed class RecordedDisk
{
    private readonly Dictionary<string, byte[]> _synced = [];
    private readonly List<SystemCall> _pending = [];

    internal RecordedDisk(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "timetracker.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            _synced[Path.GetFileName(file)] = File.ReadAllBytes(file);
        }
    }

    internal void Do(SystemCall call)
    {
        if (call.Name != "fsync")
        {
            _pending.Add(call);
            return;
        }

        foreach (var durable in _pending.Where(pending => pending.File == call.File))
        {
            Apply(_synced, durable, durable.Data.Length);
        }

        _pending.RemoveAll(pending => pending.File == call.File);
    }

    /// <summary>The files after a loss of power of which these calls survived.</summary>
    /// <param name="survives">Whether a call that was not synced reached the disk.</param>
    /// <param name="torn">How many bytes of the last such write did; null for all.</param>
    internal Dictionary<string, byte[]> AfterPowerLoss(Func<bool> survives, int? torn = null)
    {
        var files = new Dictionary<string, byte[]>(_synced);
        var last = _pending.FindLastIndex(call => call.Name == "pwrite64");
        foreach (var (index, call) in _pending.Index())
        {
            if (survives())
            {
                Apply(files, call, index == last && torn is { } bytes ? Math.Min(bytes, call.Data.Length) : call.Data.Length);
            }
        }

        return files;
    }

    private static void Apply(Dictionary<string, byte[]> files, SystemCall call, int bytes)
    {
        if (call.Name == "unlink")
        {
            files.Remove(call.File);
            return;
        }

        var before = files.GetValueOrDefault(call.File, []);
        var length = call.Name == "ftruncate" ? call.Offset : Math.Max(before.Length, call.Offset + bytes);
        var after = new byte[length];
        Array.Copy(before, after, Math.Min(before.Length, length));
        Array.Copy(call.Data, 0, after, call.Offset, call.Name == "ftruncate" ? 0 : bytes);
        files[call.File] = after;
    }
}
