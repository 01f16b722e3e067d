namespace TimeTracker.TestKit;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
        : this(System.IO.Path.GetTempPath())
    {
    }

    private TemporaryFolder(string parent) =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"timetracker-{Guid.NewGuid():N}")).FullName;

    /// <summary>In memory where the machine has such a place: for many small files whose durability is not the point.</summary>
    public static TemporaryFolder InMemory() => new(Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath());

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
