namespace TimeTracker.PowerShell;

/// <summary>
/// Tells a session that a person sits before, which watches the clocks while a timer runs, from one that runs a command
/// and ends: that one reads the clocks and leaves no watch that its end would break.
/// </summary>
internal static class SessionKind
{
    // As PowerShell takes them, with all their abbreviations; what runs and ends, whoever sits before it.
    private static readonly string[] OneShot = ["command", "commandwithargs", "cwa", "file", "encodedcommand", "ec", "noninteractive"];

    internal static bool IsInteractive(IReadOnlyList<string> arguments, bool isInputRedirected)
    {
        var switches = arguments.Skip(1).Where(IsSwitch).Select(argument => argument.TrimStart('-', '/').ToLowerInvariant()).ToList();
        return !isInputRedirected
            && (switches.Contains("noexit") || !switches.Exists(name => name.Length > 0 && OneShot.Any(one => one.StartsWith(name, StringComparison.Ordinal))));
    }

    private static bool IsSwitch(string argument) => argument.StartsWith('-') || (OperatingSystem.IsWindows() && argument.StartsWith('/'));
}
