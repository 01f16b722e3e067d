using TimeTracker.Domain;

namespace TimeTracker.Core.Sync;

/// <summary>What came back from a request to the server, and so what to do next.</summary>
internal abstract record ServerAnswer
{
    private ServerAnswer()
    {
    }

    /// <summary>It committed the push.</summary>
    internal sealed record Verdicts(PushResponse Response) : ServerAnswer;

    /// <summary>A page of the feed.</summary>
    internal sealed record Page(ChangesResponse Response) : ServerAnswer;

    /// <summary>It let the device in.</summary>
    internal sealed record Enrolled(EnrolResponse Response) : ServerAnswer;

    /// <summary>The user's devices.</summary>
    internal sealed record Devices(DevicesResponse Response) : ServerAnswer;

    /// <summary>A device was shut out.</summary>
    internal sealed record Revoked : ServerAnswer;

    /// <summary>409: it has other numbers of this device.</summary>
    internal sealed record OutOfOrder : ServerAnswer;

    /// <summary>410: its feed is another one than was pulled.</summary>
    internal sealed record OtherFeed : ServerAnswer;

    /// <summary>413: less may do.</summary>
    internal sealed record TooLarge : ServerAnswer;

    /// <summary>404: it has nothing of that name.</summary>
    internal sealed record Unknown : ServerAnswer;

    /// <summary>401, 403: it knows this device no more. Trying again is for a person to decide.</summary>
    internal sealed record ShutOut(string Reason) : ServerAnswer;

    /// <summary>Nothing that acknowledges anything: later, perhaps.</summary>
    /// <param name="Reason">What came instead.</param>
    /// <param name="RetryAfter">How long the server asks to wait; null where it does not say.</param>
    internal sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : ServerAnswer
    {
        /// <summary>Whether the server itself refused this request, so that it may still answer another kind.</summary>
        internal bool IsRefusal { get; init; }
    }
}
