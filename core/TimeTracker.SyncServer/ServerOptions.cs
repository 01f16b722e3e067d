using System.Net;

namespace TimeTracker.SyncServer;

/// <summary>What an operator can set under <c>Sync</c> in the configuration, beside Kestrel's own.</summary>
public sealed class ServerOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sync";

    /// <summary>Requests, those for changes excepted, that are worked on at once.</summary>
    public const int RequestsAtOnceMax = 64;

    /// <summary>Requests that wait for their turn; one more is told to come again.</summary>
    public const int RequestsWaitingMax = 1000;

    private const int PerMinuteMax = 1_000_000;

    /// <summary>Requests a minute that one token, or one address without a token, may send: 600.</summary>
    public int RequestsPerMinute { get; set => field = PerMinute(value, nameof(RequestsPerMinute)); } = 600;

    /// <summary>Enrolments a minute that one address may try: 10.</summary>
    public int EnrolmentsPerMinute { get; set => field = PerMinute(value, nameof(EnrolmentsPerMinute)); } = 10;

    /// <summary>
    /// Addresses of proxies, separated by commas, whose X-Forwarded-For and X-Forwarded-Proto are believed; none, so
    /// that nobody can claim an address.
    /// </summary>
    public string KnownProxies
    {
        get;
        set
        {
            const StringSplitOptions trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
            Proxies = [.. value.Split(',', trimmed).Select(Address)];
            field = value;
        }
    } = string.Empty;

    internal IReadOnlyList<IPAddress> Proxies { get; private set; } = [];

    private static int PerMinute(int value, string name) => value is >= 1 and <= PerMinuteMax
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{Section}:{name} is 1 to {PerMinuteMax}");

    private static IPAddress Address(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new ArgumentException($"{Section}:{nameof(KnownProxies)} names '{text}', which is no address");
}
