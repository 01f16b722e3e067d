using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace TimeTracker.Benchmarks;

/// <summary>The real engine with the built module.</summary>
internal static class Engine
{
    internal static readonly string Root = typeof(Engine).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;

    internal static string Manifest { get; } =
        Path.Combine(Root, "pwsh-module", "out", "TimeTracker", "TimeTracker.psd1");

    /// <summary>The data folder of all cmdlets of this process.</summary>
    internal static string Home
    {
        set => Environment.SetEnvironmentVariable("TIMETRACKER_HOME", value);
    }

    internal static Runspace NewRunspace()
    {
        var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Invoke(runspace, "$null");
        return runspace;
    }

    internal static PowerShell Prepared(Runspace runspace, string script)
    {
        var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        return shell;
    }

    internal static void Invoke(Runspace runspace, string script)
    {
        using var shell = Prepared(runspace, script);
        shell.Invoke();
        if (shell.HadErrors)
        {
            throw new InvalidOperationException(shell.Streams.Error[0].ToString());
        }
    }
}
