using System.Text.RegularExpressions;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests.Isolation;

/// <summary>
/// The shell in a folder of its own with a module beside it that a test may alter. Each run is a new process: whether
/// an import works shows only where nothing of the module was imported before.
/// </summary>
internal sealed class ShellCopy : IDisposable
{
    private static readonly string Configuration =
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private readonly TemporaryFolder _folder = new();

    internal ShellCopy()
    {
        var built = Path.Combine(Engine.RepositoryRoot, ".artifacts", "bin", "TimeTracker.Shell", Configuration);
        Copy(built, _folder.Path);
        Copy(Path.GetDirectoryName(Engine.Manifest)!, Module);
        Environment.SetEnvironmentVariable(Engine.Home, _folder["home"]);
    }

    internal string Folder => _folder.Path;

    internal string Module => _folder["TimeTracker"];

    internal string Library => Path.Combine(Module, "lib");

    /// <summary>Lets the manifest export this cmdlet and no other.</summary>
    internal void Export(string cmdlet)
    {
        var manifest = Path.Combine(Module, "TimeTracker.psd1");
        var text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, Regex.Replace(text, @"(?<=CmdletsToExport\s*=\s*)@\([^)]*\)", $"@('{cmdlet}')"));
    }

    internal ChildProcess Run(string script)
    {
        var process = ChildProcess.Start("dotnet", _folder["TimeTracker.Shell.dll"], "-Command", script);
        process.StandardInput.Close();
        return ChildProcess.Finish(process);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Engine.Home, null);
        _folder.Dispose();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
