namespace TimeTracker.PowerShell;

/// <summary>
/// Tells a session that a person sits before, which watches the clocks while a timer runs, from one that runs a command
/// and ends: that one reads the clocks and leaves no watch that its end would break.
/// </summary>
internal static class SessionKind
{
    // As PowerShell takes them, with all their abbreviations; what runs and ends, whoever sits before it.
    private static readonly string[] OneShot =
        ["command", "commandwithargs", "cwa", "file", "encodedcommand", "ec", "noninteractive"];

    private const string StaysOpen = "noexit";

    internal static bool IsInteractive(IReadOnlyList<string> arguments, bool isInputRedirected)
    {
        var given = arguments.Skip(1).ToList();

        // What comes first without a dash is a script's path.
        if (isInputRedirected || (given is [var first, ..] && !IsSwitch(first)))
        {
            return false;
        }

        var names = given.Where(IsSwitch).Select(argument => argument.TrimStart('-', '/').ToLowerInvariant()).ToList();
        return names.Exists(name => Shortens(name, StaysOpen, charactersMin: 3))
            || !names.Exists(name => OneShot.Any(one => Shortens(name, one, charactersMin: 1)));
    }

    private static bool Shortens(string name, string full, int charactersMin) =>
        name.Length >= charactersMin && full.StartsWith(name, StringComparison.Ordinal);

    private static bool IsSwitch(string argument) =>
        argument.StartsWith('-') || (OperatingSystem.IsWindows() && argument.StartsWith('/'));
}
