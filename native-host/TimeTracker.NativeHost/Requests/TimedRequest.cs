using System.Text.Json.Serialization;
using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>A command on the timer: now, at a given instant, or an amount of time ago.</summary>
internal abstract record TimedRequest : CommandRequest
{
    // 100 years: more than any entry is old, and far from what a TimeSpan holds.
    private const long AgoMsMax = 100L * 366 * 24 * 60 * 60 * 1000;

    /// <summary>The instant.</summary>
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? At { get; init; }

    /// <summary>The amount, in milliseconds.</summary>
    public long? AgoMs { get; init; }

    private protected When When => this switch
    {
        { At: { } at } => new When.At(at),
        { AgoMs: { } ago } => new When.Ago(TimeSpan.FromMilliseconds(Math.Clamp(ago, -AgoMsMax, AgoMsMax))),
        _ => When.Now.Value,
    };

    private protected override string? Fault() =>
        At is not null && AgoMs is not null ? "at and ago_ms cannot both be given" : null;
}
