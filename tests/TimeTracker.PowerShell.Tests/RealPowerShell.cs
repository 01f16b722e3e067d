using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests;

/// <summary>
/// A PowerShell as people have it, in a process of its own: with all its modules, unlike <see cref="Engine"/>. One
/// process serves many tests; each gives it a data folder of its own.
/// </summary>
public sealed class RealPowerShell : IDisposable
{
    // Reads scripts, one a line, and answers each by a line of JSON: what it wrote, as text, and its errors and warnings.
    private const string Loop = """
        Import-Module $args[0]
        while ($null -ne ($line = [Console]::In.ReadLine())) {
            $script = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line))
            $output = try { & ([scriptblock]::Create($script)) *>&1 } catch { $_ }
            $answer = @{ Output = @(); Errors = @(); Warnings = @() }
            foreach ($item in $output) {
                if ($item -is [Management.Automation.ErrorRecord]) { $answer.Errors += "$($item.FullyQualifiedErrorId): $item" }
                elseif ($item -is [Management.Automation.WarningRecord]) { $answer.Warnings += "$item" }
                else { $answer.Output += "$item" }
            }
            [Console]::Out.WriteLine(($answer | ConvertTo-Json -Compress))
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private int _homes;

    public RealPowerShell()
    {
        File.WriteAllText(_folder["loop.ps1"], Loop);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Engine.RepositoryRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var argument in (string[])
            ["tool", "run", "pwsh", "-NoProfile", "-NonInteractive", "-File", _folder["loop.ps1"], Engine.Manifest])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TZ"] = "Europe/Berlin";
        _process = Process.Start(start)!;
    }

    /// <summary>Begins on an empty data folder.</summary>
    internal void NewHome() => Run($"$env:{Engine.Home} = '{_folder[$"home{++_homes}"]}'");

    /// <summary>Runs a script that must write no error, and gives back what it wrote, as text.</summary>
    internal IReadOnlyList<string> Run(string script)
    {
        var answer = Try(script);
        Assert.Empty(answer.Errors);
        return answer.Output;
    }

    internal Answer Try(string script)
    {
        _process.StandardInput.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(script)));
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PowerShell has ended");
        return JsonSerializer.Deserialize<Answer>(line)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>What a script wrote; errors with their ids before them.</summary>
    internal sealed record Answer(IReadOnlyList<string> Output, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);
}
