using Xunit;

namespace TimeTracker.TestKit;

/// <summary>A tmpfs of a few pages.</summary>
public sealed class SmallDisk : IDisposable
{
    public SmallDisk(string path, string size)
    {
        Path = path;
        Directory.CreateDirectory(path);
        Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>A file that takes what is left.</summary>
    public string Fill()
    {
        using var filler = new FileStream(this["filler"], FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(page);
            }
        }
        catch (IOException)
        {
            // That is the point.
            return this["filler"];
        }
    }

    public void Remount(string mode) => Run("mount", "-o", $"remount,{mode}", Path);

    public void Dispose() => Run("umount", Path);

    private static void Run(string program, params string[] arguments)
    {
        var ended = ChildProcess.Run(program, arguments);
        Assert.True(ended.ExitCode == 0, ended.Errors);
    }
}
