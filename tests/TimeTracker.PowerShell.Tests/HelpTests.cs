using System.Management.Automation;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests;

public sealed class HelpTests : IAsyncLifetime, IDisposable
{
    // What stands in examples for the server's address and for a code that it gave out.
    private const string Address = "https://time.example";
    private const string Code = "ABCD-EFGH-JKMN-PQRS";

    private static readonly string[] Synced = ["TtServer", "TtStore", "TtSync", "TtConflict", "TtDevice"];

    private readonly Engine _engine = new();
    private readonly TemporaryFolder _folder = new();
    private ServerProcess _server = null!;

    public async Task InitializeAsync() =>
        _server = await ServerProcess.Start(_folder["server.db"], settings: ["--Sync:EnrolmentsPerMinute", "1000"]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _engine.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void TheHelpFile_IsWhatTheCodeSays() =>
        ReviewedFile.AssertSays(HelpFile.FilePath, new HelpFile().Text(_engine.Cmdlets()));

    [Fact]
    public void GetHelp_ShowsEachCmdletsWords_ParametersAndExamples()
    {
        foreach (var cmdlet in _engine.Cmdlets())
        {
            var help = Assert.Single(_engine.Run($"Get-Help {cmdlet.Name} -Full"));
            Assert.EndsWith(".", help.Properties["Synopsis"].Value.ToString()!.Trim(), StringComparison.Ordinal);
            var shown = string.Concat(_engine.Run(
                $"(Get-Help {cmdlet.Name}).examples.example | ForEach-Object {{ $_.code }}").Select(code => $"{code}"));
            Assert.Contains(cmdlet.Name, shown, StringComparison.Ordinal);
            Assert.Contains(
                cmdlet.Name, $"{_engine.Run($"(Get-Help {cmdlet.Name}).syntax.syntaxItem[0].name")[0]}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryExample_Runs()
    {
        foreach (var (cmdlet, code, remark) in Examples())
        {
            Assert.Contains(cmdlet.Name, code, StringComparison.Ordinal);
            Assert.EndsWith(".", remark, StringComparison.Ordinal);
            using var desk = Desk(cmdlet);
            var (_, errors, warnings) = desk.Try(WithServer(code));
            Assert.True(errors.Count == 0 && warnings.Count == 0, $"{code}: {string.Join(' ', [.. errors, .. warnings])}");
        }
    }

    [Fact]
    public void EveryExample_UnderWhatIf_LeavesEveryFileAsItWas()
    {
        foreach (var (cmdlet, code, _) in Examples())
        {
            using var desk = Desk(cmdlet);
            var before = desk.Files();
            desk.Run($"$WhatIfPreference = $true; {WithServer(code)}; $WhatIfPreference = $false");
            Assert.True(before.SequenceEqual(desk.Files()), code);
        }
    }

    [Fact]
    public void EveryExampleOfTheAboutTopic_Runs()
    {
        var about = File.ReadAllText(Path.Combine(Path.GetDirectoryName(HelpFile.FilePath)!, "about_TimeTracker.help.txt"));
        Assert.All(about.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        var commands = about.Split('\n').Where(line => line.StartsWith("        ", StringComparison.Ordinal)
            && line.Contains("-Tt", StringComparison.Ordinal)).Select(line => line.Trim()).ToArray();
        Assert.Equal(8, commands.Length);
        foreach (var command in commands)
        {
            Assert.True(_engine.Try(command).Errors.Count == 0, command);
        }
    }

    private (CmdletInfo Cmdlet, string Code, string Remark)[] Examples()
    {
        var help = new HelpFile();
        return [.. _engine.Cmdlets().SelectMany(cmdlet => help.Examples(cmdlet)
            .DefaultIfEmpty((Code: "no example", Remark: string.Empty))
            .Select(example => (cmdlet, example.Code, example.Remark)))];
    }

    private string WithServer(string code) => code.Contains(Address, StringComparison.Ordinal)
        ? code.Replace(Address, _server.Client.BaseAddress!.ToString(), StringComparison.Ordinal).Replace(Code, NewCode(), StringComparison.Ordinal)
        : code;

    private string NewCode() => ServerProcess.NewCode(_folder["server.db"], "owner");

    /// <summary>Entries, a question and a running timer, as the examples suppose them, and a server where they want one.</summary>
    private Engine Desk(CmdletInfo cmdlet)
    {
        var desk = new Engine();
        desk.Run("""
            Add-TtEntry 'Write the report' -Start 'yesterday 09:00' -End 'yesterday 11:00' -Project Acme -Tag deep
            Add-TtEntry 'Read' -Start 'yesterday 11:00' -End 'yesterday 11:10' -Project Home
            Set-TtPolicy Overlong -Threshold 10m
            Start-TtTimer 'Call' -Ago 4h; Stop-TtTimer -Ago 3h
            Set-TtPolicy Overlong -Threshold 12h
            """);
        if (cmdlet.Noun == "TtDevice")
        {
            desk.Run($"Connect-TtServer {_server.Client.BaseAddress} {NewCode()} -DeviceName phone; Disconnect-TtServer");
        }

        if (Synced.Contains(cmdlet.Noun) && cmdlet.Verb != "Connect")
        {
            desk.Run($"Connect-TtServer {_server.Client.BaseAddress} {NewCode()}");
        }

        desk.Run(cmdlet.Verb is "Start" or "Measure" ? string.Empty : "Start-TtTimer 'Plan' -Ago 20m");
        return desk;
    }
}
