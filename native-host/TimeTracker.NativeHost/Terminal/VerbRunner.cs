using System.Text.Json;
using TimeTracker.NativeHost.Install;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>Does what a command line asks for, and says what came of it.</summary>
internal static class VerbRunner
{
    internal static ExitCode Run(
        IReadOnlyList<string> arguments, Surroundings surroundings, TextWriter output, TextWriter errors)
    {
        var (isJson, verb) = CommandLine.Parse(arguments);
        switch (verb)
        {
            case Verb.Help:
                output.WriteLine(CommandLine.HelpText);
                return ExitCode.Done;
            case Verb.Unknown(var reason):
                errors.WriteLine($"{reason}\n\n{CommandLine.HelpText}");
                return ExitCode.Usage;
            default:
                var report = Do(verb, surroundings);
                output.Write(isJson
                    ? JsonSerializer.Serialize(report, HostJson.Indented.VerbReport) + Environment.NewLine
                    : ReportText.Of(report));
                return report.Ok ? ExitCode.Done : ExitCode.Failed;
        }
    }

    private static VerbReport Do(Verb verb, Surroundings surroundings) => verb switch
    {
        Verb.Install install => InstallVerb.Run(install, surroundings),
        Verb.Uninstall uninstall => UninstallVerb.Run(uninstall, surroundings),
        Verb.Doctor => DoctorVerb.Run(surroundings),
        Verb.Status => StatusVerb.Run(surroundings),
        Verb.Run => RunVerb.Run(),
        _ => throw new InvalidOperationException($"{verb.GetType()} is no verb"),
    };
}
