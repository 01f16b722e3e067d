using System.Globalization;
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

    /// <summary>Whether it was typed, and may be a time of day alone.</summary>
    internal bool IsText => Unwrapped is string;

    /// <summary>The instant, a time of day alone being today's.</summary>
    /// <exception cref="TypedTextException">It is no time, or could be two.</exception>
    internal DateTimeOffset Instant() => Instant(ClockPlace.Today);

    /// <summary>The instant where a period ends: a date alone stands for all of its day.</summary>
    /// <exception cref="TypedTextException">It is no time, or could be two.</exception>
    internal DateTimeOffset PeriodEnd()
    {
        var isDate = Unwrapped is DateOnly || TimeText.IsDate(Unwrapped as string);
        return isDate ? LocalTime.StartOf(DateOnly.FromDateTime(Instant().DateTime).AddDays(1), TimeZoneInfo.Local) : Instant();
    }

    /// <summary>The instant, a time of day alone being where <paramref name="place"/> says.</summary>
    /// <exception cref="TypedTextException">It is no time, or could be two.</exception>
    internal DateTimeOffset Instant(ClockPlace place) => (Unwrapped ?? string.Empty) switch
    {
        DateTimeOffset instant => instant,
        DateOnly date when place.RefusesDates =>
            throw TypedTextException.For(Rejection.DateNotATime(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        DateOnly date => LocalTime.StartOf(date, TimeZoneInfo.Local),
        TimeSpan amount => throw TypedTextException.ForAmount(amount),
        DateTime { Kind: DateTimeKind.Unspecified } local =>
            TimeText.TryResolve(local, TimeZoneInfo.Local, out var instant, out var rejection)
                ? instant
                : throw TypedTextException.For(rejection),
        DateTime known => new DateTimeOffset(known),
        string text => TimeText.TryRead(text, place, DateTimeOffset.UtcNow, TimeZoneInfo.Local, out var instant, out var rejection)
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
