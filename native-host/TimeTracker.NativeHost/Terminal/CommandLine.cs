using TimeTracker.NativeHost.Install;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>Reads a command line. Pure.</summary>
/// <param name="IsJson">Whether it is answered in JSON.</param>
/// <param name="Verb">What it asks for.</param>
internal sealed record CommandLine(bool IsJson, Verb Verb)
{
    internal const string HelpText = """
        TimeTracker.NativeHost install [--browser NAME] [--system] [--service]
            tells each browser that you have, or one, of this program; --system: for all users; --service: also runs it
            at login, without a browser
        TimeTracker.NativeHost uninstall [--browser NAME] [--system]
            takes that back
        TimeTracker.NativeHost doctor     looks for what keeps a browser from starting it, and says the remedy
        TimeTracker.NativeHost status     what runs, what waits to be synced, and where it is installed
        TimeTracker.NativeHost run        keeps the watch and syncs, without a browser, until it is told to end

        All take --json. Browsers: Chrome, Chromium, Edge, Brave, Vivaldi, Opera, Firefox, LibreWolf.
        Started by a browser, it serves TimeTracker's extension: see PROTOCOL.md.
        """;

    private const string BrowserOption = "--browser";

    internal static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var rest = arguments.ToList();
        return new(rest.Remove("--json"), ParseVerb(rest));
    }

    private static Verb ParseVerb(List<string> rest)
    {
        if (rest is [] || rest.Contains("--help") || rest is ["help" or "-h", ..])
        {
            return new Verb.Help();
        }

        var verb = rest[0];
        var options = rest[1..];
        var (forAll, service) = (options.Remove("--system"), options.Remove("--service"));
        string? browser = null;
        if (options is [BrowserOption, var name])
        {
            browser = name;
            options.Clear();
        }

        return (verb, options) switch
        {
            ("install" or "uninstall", [BrowserOption, ..]) => new Verb.Unknown($"{BrowserOption} is followed by one browser"),
            ("install" or "uninstall", []) when browser is not null && Browsers.Find(browser) is null =>
                new Verb.Unknown($"there is no browser '{browser}' that this program knows"),
            ("install", []) => new Verb.Install(browser, forAll, service),
            ("uninstall", []) when !service => new Verb.Uninstall(browser, forAll),
            ("doctor", []) when IsBare() => new Verb.Doctor(),
            ("status", []) when IsBare() => new Verb.Status(),
            ("run", []) when IsBare() => new Verb.Run(),
            ("install" or "uninstall" or "doctor" or "status" or "run", _) => new Verb.Unknown($"{verb} has no such option"),
            _ => new Verb.Unknown($"there is no verb '{verb}'"),
        };

        bool IsBare() => !forAll && !service && browser is null;
    }
}
