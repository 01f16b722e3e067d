namespace TimeTracker.Benchmarks;

/// <summary>The yardstick: one overwrite of 4 KiB and one fsync, in a file that has its blocks already.</summary>
internal sealed class RawDisk : IDisposable
{
    private const int BlockBytes = 4096;
    private const int Blocks = 256;

    private readonly FileStream _file;
    private readonly byte[] _block = new byte[BlockBytes];
    private int _next;

    internal RawDisk(string folder)
    {
        _file = new FileStream(Path.Combine(folder, "yardstick"), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = 0,
        });
        for (var block = 0; block < Blocks; block++)
        {
            _file.Write(_block);
        }

        _file.Flush(flushToDisk: true);
    }

    internal void OverwriteAndSync()
    {
        Random.Shared.NextBytes(_block);
        RandomAccess.Write(_file.SafeFileHandle, _block, (long)BlockBytes * (_next++ % Blocks));
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
    }

    public void Dispose() => _file.Dispose();
}
