using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// What a team names in .globalconfig or .editorconfig: lists are separated by commas, methods are written
/// Namespace.Type.Method, a trailing * stands for any ending.
/// </summary>
internal sealed class Settings
{
    private static readonly ConditionalWeakTable<AnalyzerConfigOptions, Settings> Read = new();
    private static readonly ConcurrentDictionary<string, Settings> Equal = new(StringComparer.Ordinal);

    private Settings(AnalyzerConfigOptions options)
    {
        WriteMethods = List(options, "timetracker.write_methods");
        EffectMethods = List(options, "timetracker.effect_methods");
        HarmlessMethods = List(options, "timetracker.harmless_methods");
        UnboundedMethods = List(options, "timetracker.unbounded_methods");
        OutboxMethods = List(options, "timetracker.outbox_methods");
        TransactionTypes = List(options, "timetracker.transaction_types");
        ClockTypes = List(options, "timetracker.clock_types");
        var tables = List(options, "timetracker.outbox_tables");
        OutboxTables = tables.IsEmpty ? ImmutableArray.Create("*outbox*") : tables;
        var headers = List(options, "timetracker.idempotency_headers");
        IdempotencyHeaders = headers.IsEmpty ? ImmutableArray.Create("Idempotency-Key") : headers;
        SaveChangesNeedsTransaction = Flag(options, "timetracker.save_changes_needs_transaction");
    }

    public ImmutableArray<string> WriteMethods { get; }

    public ImmutableArray<string> EffectMethods { get; }

    /// <summary>Known effects that are none for this team.</summary>
    public ImmutableArray<string> HarmlessMethods { get; }

    public ImmutableArray<string> UnboundedMethods { get; }

    public ImmutableArray<string> OutboxMethods { get; }

    public ImmutableArray<string> OutboxTables { get; }

    public ImmutableArray<string> TransactionTypes { get; }

    public ImmutableArray<string> ClockTypes { get; }

    public ImmutableArray<string> IdempotencyHeaders { get; }

    /// <summary>SaveChanges begins a transaction of its own; a team may want to see it written all the same.</summary>
    public bool SaveChangesNeedsTransaction { get; }

    /// <summary>Files with equal settings share one object, and so everything that is cached by it.</summary>
    public static Settings For(AnalyzerConfigOptions options) => Read.GetValue(options, key =>
    {
        var settings = new Settings(key);
        return Equal.GetOrAdd(settings.Signature(), settings);
    });

    /// <summary>Whether a name is in a list; * at either end of an entry matches anything.</summary>
    public static bool Names(ImmutableArray<string> list, string name)
    {
        foreach (var entry in list)
        {
            var starts = entry.EndsWith("*", StringComparison.Ordinal);
            var ends = entry.StartsWith("*", StringComparison.Ordinal);
            var core = entry.Trim('*');
            if (starts && ends ? name.IndexOf(core, StringComparison.OrdinalIgnoreCase) >= 0
                : starts ? name.StartsWith(core, StringComparison.OrdinalIgnoreCase)
                : ends ? name.EndsWith(core, StringComparison.OrdinalIgnoreCase)
                : string.Equals(name, core, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private string Signature() => string.Join("|", new[]
    {
        WriteMethods, EffectMethods, HarmlessMethods, UnboundedMethods, OutboxMethods, OutboxTables, TransactionTypes,
        ClockTypes, IdempotencyHeaders,
    }.Select(list => string.Join(",", list))) + SaveChangesNeedsTransaction;

    private static ImmutableArray<string> List(AnalyzerConfigOptions options, string key)
        => options.TryGetValue(key, out var text)
            ? text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToImmutableArray()
            : ImmutableArray<string>.Empty;

    private static bool Flag(AnalyzerConfigOptions options, string key)
        => options.TryGetValue(key, out var text)
            && string.Equals(text.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
