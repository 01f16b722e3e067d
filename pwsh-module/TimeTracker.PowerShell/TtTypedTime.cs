using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>
/// A time as it was given, read once it is known what it is about: what stands in an entry that is piped is not read
/// at all, and what cannot be read is an error of that one row.
/// </summary>
public sealed class TtTypedTime
{
    private readonly object? _given;

    internal TtTypedTime(object? given) => _given = given;

    /// <summary>Whether it is the empty cell of a row, which says nothing.</summary>
    internal bool IsEmpty => Unwrapped is null or "";

    private object? Unwrapped => _given is PSObject wrapped ? Copied(wrapped) ?? wrapped.BaseObject : _given;

    /// <summary>The instant.</summary>
    /// <exception cref="TypedTextException">It is no time, or could be two.</exception>
    internal DateTimeOffset Instant() => (Unwrapped ?? string.Empty) switch
    {
        DateTimeOffset instant => instant,
        DateTime { Kind: DateTimeKind.Unspecified } local =>
            TimeText.TryResolve(local, TimeZoneInfo.Local, out var instant, out var rejection)
                ? instant
                : throw TypedTextException.For(rejection),
        DateTime known => new DateTimeOffset(known),
        string text => TimeText.TryRead(text, DateTimeOffset.UtcNow, TimeZoneInfo.Local, out var instant, out var rejection)
            ? instant
            : throw TypedTextException.For(rejection),
        var other => throw TypedTextException.ForType(other, "9:30 or '2026-03-02 09:30'"),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{_given}";

    // Import-Clixml gives back no DateTimeOffset, but an object with its properties.
    private static DateTimeOffset? Copied(PSObject copy) =>
        copy.TypeNames.Contains("Deserialized.System.DateTimeOffset")
            && LanguagePrimitives.TryConvertTo<long>(copy.Properties["Ticks"]?.Value, out var ticks)
            && LanguagePrimitives.TryConvertTo<TimeSpan>(copy.Properties["Offset"]?.Value, out var offset)
                ? new DateTimeOffset(ticks, offset)
                : null;
}
