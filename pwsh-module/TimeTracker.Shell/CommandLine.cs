namespace TimeTracker.Shell;

/// <summary>Reads the program's arguments, with pwsh's names and short forms for what both have.</summary>
internal static class CommandLine
{
    public const string Usage =
        "Usage: TimeTracker.Shell [-Command TEXT | -File PATH [ARGUMENT ...] | -Help]";

    public const string HelpText = Usage + """


        A PowerShell prompt with the TimeTracker module imported.

          -Command TEXT          runs TEXT and ends; further arguments are joined to it with spaces
          -File PATH [ARGUMENT]  runs a script with its arguments and ends
          -Help                  prints this text
          (nothing)              reads commands, from the keyboard or from standard input

        Standard output carries the results alone: errors, warnings and prompts go to standard error
        (prompts to the screen where standard output is one). Prompts read standard input; once it
        has ended, a question is answered with No.

        Exit codes: 0 success, 1 the command failed, 64 the command line is wrong, 130 stopped with
        Ctrl-C, and N after `exit N`.

        This is the bare PowerShell engine: Format-Table, Sort-Object, ConvertTo-Json and the like come
        with a full PowerShell 7.6, which can import the same module.
        """;

    public static Invocation Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            return new Invocation.Interactive();
        }

        var rest = arguments.Skip(1).ToList();
        return arguments[0].ToUpperInvariant() switch
        {
            "-COMMAND" or "-C" when string.IsNullOrWhiteSpace(string.Concat(rest)) =>
                new Invocation.BadUsage("-Command needs a command."),
            "-COMMAND" or "-C" => new Invocation.Command(string.Join(' ', rest)),
            "-FILE" or "-F" when rest.Count == 0 || string.IsNullOrWhiteSpace(rest[0]) =>
                new Invocation.BadUsage("-File needs the path of a script."),
            "-FILE" or "-F" => new Invocation.File(rest[0], rest.Skip(1).ToList()),
            "-HELP" or "-H" or "-?" or "--HELP" when rest.Count == 0 => new Invocation.Help(),
            "-HELP" or "-H" or "-?" or "--HELP" => new Invocation.BadUsage("-Help takes no arguments."),
            _ => new Invocation.BadUsage($"'{arguments[0]}' is not known."),
        };
    }
}
