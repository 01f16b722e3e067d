using Serilog;
using Serilog.Core;

namespace TimeTracker.Core.Diagnostics;

/// <summary>
/// A process's log: one file for each process, since a file that several share loses lines. It is made by the first
/// event, so that a program that has nothing to say leaves no file. Ids only: never a note, never a token.
/// </summary>
internal sealed class LogFile(string folder, TimeProvider time) : IDisposable
{
    private const string Template = "{Timestamp:O} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const long FileBytesMax = 2 * 1024 * 1024;

    private readonly Lazy<Logger> _logger = new(() => Create(folder, time));

    internal ILogger Events => _logger.Value;

    public void Dispose()
    {
        if (_logger.IsValueCreated)
        {
            _logger.Value.Dispose();
        }
    }

    private static Logger Create(string folder, TimeProvider time)
    {
        var path = Path.Combine(LogSweep.FolderOf(folder), $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}.log");
        try
        {
            return new LoggerConfiguration()
                .WriteTo.File(path, outputTemplate: Template, fileSizeLimitBytes: FileBytesMax,
                    formatProvider: System.Globalization.CultureInfo.InvariantCulture)
                .CreateLogger();
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A log that cannot be written must not stop the command; the command's own error says what is wrong.
            return new LoggerConfiguration().CreateLogger();
        }
    }
}
