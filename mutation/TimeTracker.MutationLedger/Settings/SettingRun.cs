using System.Diagnostics;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Processes;
using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger.Settings;

/// <summary>
/// Puts an assembly with one line replaced under a copy of the built tests, and runs those that the ledger names, in a
/// process of their own.
/// </summary>
internal static class SettingRun
{
    internal static IEnumerable<MutantResult> Run(IReadOnlyCollection<Guard> guards, string work)
    {
        foreach (var (number, guard) in guards.Index())
        {
            var folder = Directory.CreateDirectory(Path.Combine(work, $"setting-{number}")).FullName;
            var project = TestSuite.ProjectOf(guard.Tests[0]);
            var tests = Path.Combine(folder, "tests");
            Copy(TestSuite.FolderOf(project), tests);
            var assembly = Path.Combine(tests, $"{project}.dll");
            ExpectAllPass(guard, TestRun.Of(assembly, guard.Tests, folder));
            foreach (var replacement in guard.Replacements)
            {
                var time = Stopwatch.StartNew();
                var build = Directory.CreateDirectory(Path.Combine(folder, replacement.Name)).FullName;
                var mutant = MutatedBuild.Of(guard.File!, replacement, build);
                File.Copy(mutant, Path.Combine(tests, Path.GetFileName(mutant)), overwrite: true);
                var run = TestRun.Of(assembly, guard.Tests, folder);
                yield return Judge(guard, replacement, run) with { Time = time.Elapsed };
            }
        }
    }

    internal static MutantResult Judge(Guard guard, Replacement replacement, TestRun run)
    {
        var killer = run.Cases.FirstOrDefault(each => !each.Passed).Case;
        var status = run.Cases.Count == 0 ? MutantStatus.NoCoverage
            : killer is null ? MutantStatus.Survived : MutantStatus.Killed;
        return new(
            MutantKind.Setting,
            guard.Name,
            $"{guard.Name}: {replacement.Name}",
            status,
            killer?.Split('(')[0] ?? $"Not noticed by {string.Join(", ", guard.Tests)}.",
            TimeSpan.Zero);
    }

    // A test that fails by itself, or is skipped on this machine, would say nothing of a mutant.
    private static void ExpectAllPass(Guard guard, TestRun run)
    {
        if (run.Cases.Count == 0 || run.Cases.Any(each => !each.Passed))
        {
            throw new InvalidDataException(
                $"{string.Join(", ", guard.Tests)}: no case runs here, or one fails without any mutant: "
                + string.Join(", ", run.Cases.Where(each => !each.Passed).Select(each => each.Case)));
        }
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
