namespace TimeTracker.NativeHost.Install;

/// <summary>What NativeAOT links with. Asks the compiler itself to link, since every distribution keeps zlib elsewhere.</summary>
internal static class Toolchain
{
    private static readonly string[] Compilers = ["clang", "gcc"];

    /// <summary>The compiler to link with; null for the platform's own.</summary>
    /// <returns>The compiler, or what is missing and how to get it.</returns>
    internal static (string? Compiler, string? Missing, string? Remedy) Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            // The SDK says itself what it misses of Xcode or Visual Studio.
            return default;
        }

        if (Compilers.FirstOrDefault(IsThere) is not { } compiler)
        {
            return (null, "There is no gcc or clang, with which the program is linked.", HowToGet("gcc"));
        }

        return ChildRun.Of(compiler, "-x", "c", "/dev/null", "-shared", "-lz", "-o", "/dev/null").ExitCode == 0
            ? (compiler, null, null)
            : (null, "There is no zlib to link with.", HowToGet("zlib1g-dev"));
    }

    private static bool IsThere(string compiler) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, compiler)));

    private static string HowToGet(string package) =>
        $"Debian and Ubuntu: apt-get install {package}. Fedora: dnf install gcc zlib-devel. Then install again.";
}
