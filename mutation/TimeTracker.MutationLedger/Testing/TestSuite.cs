namespace TimeTracker.MutationLedger.Testing;

/// <summary>The test assemblies that were built with this program, each loaded when it is first asked for.</summary>
internal sealed class TestSuite
{
    private readonly Dictionary<string, TestAssembly?> _assemblies = [];

    /// <summary>The cases of a test by its full name, "TimeTracker.Core.Tests.Storage.LedgerSchemaTests.X".</summary>
    internal IReadOnlyList<TestCase> Cases(string name)
    {
        var project = ProjectOf(name);
        if (!_assemblies.TryGetValue(project, out var assembly))
        {
            var path = Path.Combine(FolderOf(project), $"{project}.dll");
            assembly = _assemblies[project] = File.Exists(path) ? new TestAssembly(path) : null;
        }

        return assembly?.Cases(name) ?? [];
    }

    /// <summary>Where the test project was built, together with this program.</summary>
    internal static string FolderOf(string project)
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name);
    }

    /// <summary>The project of a test, by its full name.</summary>
    internal static string ProjectOf(string name)
    {
        const string tests = ".Tests";
        var end = name.IndexOf(tests + ".", StringComparison.Ordinal);
        return end < 0 ? name : name[..(end + tests.Length)];
    }
}
