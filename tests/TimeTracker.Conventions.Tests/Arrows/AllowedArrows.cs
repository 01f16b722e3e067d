namespace TimeTracker.Conventions.Tests.Arrows;

/// <summary>Every arrow between the product's parts; what is not listed is forbidden.</summary>
internal static class AllowedArrows
{
    /// <summary>Packages that only the compiler sees; any project may name them, privately.</summary>
    internal static readonly IReadOnlySet<string> BuildOnly = new HashSet<string>
    {
        "Microsoft.CodeAnalysis.Analyzers",
        "Microsoft.CodeAnalysis.BannedApiAnalyzers",
        "Microsoft.CodeAnalysis.PublicApiAnalyzers",
    };

    internal static readonly IReadOnlyDictionary<string, Arrow> ByProject = new Dictionary<string, Arrow>
    {
        ["TimeTracker.Domain"] = new([], [], []),
        ["TimeTracker.Sqlite"] = new(
            [], ["Microsoft.Data.Sqlite"], ["Microsoft.Data.Sqlite", "SQLitePCLRaw.core"]),
        ["TimeTracker.Core"] = new(
            ["TimeTracker.Domain", "TimeTracker.Sqlite"],
            ["Polly.Core", "Serilog", "Serilog.Sinks.File", "System.Security.Cryptography.ProtectedData"],
            [
                "TimeTracker.Domain", "TimeTracker.Sqlite", "Polly.Core", "Serilog", "Serilog.Sinks.File",
                "System.Security.Cryptography.ProtectedData",
            ]),
        ["TimeTracker.SyncServer"] = new(
            ["TimeTracker.Domain", "TimeTracker.Sqlite"],
            [
                "Npgsql", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting",
                "Serilog", "Serilog.Extensions.Logging", "Serilog.Sinks.Console",
            ],
            [
                "TimeTracker.Domain", "TimeTracker.Sqlite", "Npgsql", "OpenTelemetry", "OpenTelemetry.Api",
                "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting",
                "Serilog", "Serilog.Extensions.Logging", "Serilog.Sinks.Console",
            ])
        {
            SharedFramework = "Microsoft.AspNetCore.App",
        },
        ["TimeTracker.Loader"] = new([], ["PowerShellStandard.Library"], ["System.Management.Automation"]),

        // The loader is named to be built and laid out; the cmdlets call nothing of it.
        ["TimeTracker.PowerShell"] = new(
            ["TimeTracker.Core", "TimeTracker.Domain", "TimeTracker.Loader"],
            ["PowerShellStandard.Library"],
            ["TimeTracker.Core", "TimeTracker.Domain", "System.Management.Automation"]),

        // The same holds for the shell and the cmdlets: it imports the module as anyone would.
        ["TimeTracker.Shell"] = new(
            ["TimeTracker.PowerShell"], ["System.Management.Automation"], ["System.Management.Automation"]),
        ["TimeTracker.NativeHost"] = new(
            ["TimeTracker.Core", "TimeTracker.Domain"], [], ["TimeTracker.Core", "TimeTracker.Domain"]),

        // The tests are named to be built; it runs them by their paths.
        ["TimeTracker.MutationLedger"] = new(
            [
                "TimeTracker.Core", "TimeTracker.Sqlite", "TimeTracker.SyncServer", "TimeTracker.Core.Tests",
                "TimeTracker.SyncServer.Tests", "TimeTracker.Sqlite.Tests", "TimeTracker.Faults.Tests",
                "TimeTracker.Protocol.Tests",
            ],
            ["Microsoft.CodeAnalysis.CSharp"],
            [
                "TimeTracker.Core", "TimeTracker.Sqlite", "TimeTracker.SyncServer", "Microsoft.CodeAnalysis",
                "Microsoft.CodeAnalysis.CSharp",
            ])
        {
            SharedFramework = "Microsoft.AspNetCore.App",
        },
        ["TimeTracker.Annotations"] = new([], [], []),
        ["TimeTracker.Analyzers"] = new(
            [], ["Microsoft.CodeAnalysis.CSharp"], ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"]),
        ["TimeTracker.Analyzers.CodeFixes"] = new(
            ["TimeTracker.Analyzers"],
            ["Microsoft.CodeAnalysis.CSharp.Workspaces"],
            [
                "TimeTracker.Analyzers", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp",
                "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces",
                "System.Composition.AttributedModel",
            ]),

        // Packs them; it has no code of its own.
        ["TimeTracker.Analyzers.Package"] = new(
            ["TimeTracker.Analyzers", "TimeTracker.Analyzers.CodeFixes", "TimeTracker.Annotations"], [], []),
    };
}
