using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Security.Cryptography;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests;

/// <summary>
/// A runspace of the real engine with the built module and a data folder of its own. The folder is named by an
/// environment variable, which a process has one of: tests with an engine follow one another.
/// </summary>
internal sealed class Engine : IDisposable
{
    internal const string Home = "TIMETRACKER_HOME";

    private readonly TemporaryFolder _folder = new();

    internal Engine(bool import = true)
    {
        Environment.SetEnvironmentVariable(Home, _folder.Path);
        Runspace = NewRunspace(import);
    }

    internal static string RepositoryRoot { get; } = typeof(Engine).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>debug or release, as this assembly was built.</summary>
    internal static string Configuration { get; } =
        Path.GetFileName(Path.GetDirectoryName(typeof(Engine).Assembly.Location))!;

    internal static string Manifest { get; } =
        Path.Combine(RepositoryRoot, "pwsh-module", "out", "TimeTracker", "TimeTracker.psd1");

    internal Runspace Runspace { get; }

    internal string Folder => _folder.Path;

    internal CmdletInfo[] Cmdlets() => [.. Run("Get-Command -Module TimeTracker")
        .Select(command => (CmdletInfo)command.BaseObject).OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    internal static Runspace NewRunspace(bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        if (import)
        {
            state.ImportPSModule(Manifest);
            state.ThrowOnRunspaceOpenError = true;
        }

        var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        return runspace;
    }

    /// <summary>Runs a script that must not write an error.</summary>
    internal Collection<PSObject> Run(string script)
    {
        var (output, errors, _) = Try(script);
        Assert.Empty(errors);
        return output;
    }

    /// <summary>Runs a script that must write just one error, and gives that back.</summary>
    internal ErrorRecord Fail(string script) => Assert.Single(Try(script).Errors);

    internal (Collection<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings) Try(string script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(Runspace);
        shell.AddScript(script);
        Collection<PSObject> output;
        List<ErrorRecord> errors = [];
        try
        {
            output = shell.Invoke();
        }
        catch (RuntimeException terminating)
        {
            output = [];
            errors.Add(terminating.ErrorRecord);
        }

        errors.AddRange(shell.Streams.Error);
        return (output, errors, [.. shell.Streams.Warning.Select(warning => warning.Message)]);
    }

    /// <summary>Each file of the data folder with the hash of its bytes; the -shm is the readers' own scratch.</summary>
    internal IReadOnlyList<string> Files() => Files(Folder);

    internal static IReadOnlyList<string> Files(string folder) => [.. Directory.GetFiles(folder).Order()
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal))
        .Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return $"{Path.GetFileName(file)}={Convert.ToHexString(SHA256.HashData(stream))}";
        })];

    public void Dispose()
    {
        using (var shell = System.Management.Automation.PowerShell.Create(Runspace))
        {
            // The process's trackers close with the module, so that the folder can go.
            shell.AddScript("Get-Module TimeTracker | Remove-Module").Invoke();
        }

        Runspace.Dispose();
        _folder.Dispose();
    }
}
