namespace TimeTracker.Shell;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        // The engine reports the modules that are imported to its makers unless this is set before it loads.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        return Shell.Run(arguments, ShellConsole.Open(), ModuleLocation.Candidates());
    }
}
