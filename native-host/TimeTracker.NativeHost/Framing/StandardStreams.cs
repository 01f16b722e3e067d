using Microsoft.Win32.SafeHandles;

namespace TimeTracker.NativeHost.Framing;

/// <summary>
/// The pipes to a browser, as they are. Console's own streams would prepare a terminal, its encoding and its signals
/// at the first write, which a pipe has no use for.
/// </summary>
internal static class StandardStreams
{
    private const int UnixInput = 0;
    private const int UnixOutput = 1;

    internal static Stream Input() => OperatingSystem.IsWindows()
        ? Console.OpenStandardInput()
        : new FileStream(new SafeFileHandle(UnixInput, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    internal static Stream Output() => OperatingSystem.IsWindows()
        ? Console.OpenStandardOutput()
        : new FileStream(new SafeFileHandle(UnixOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
