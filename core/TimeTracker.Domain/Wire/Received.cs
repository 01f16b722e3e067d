namespace TimeTracker.Domain;

/// <summary>What came of reading a message that someone else wrote.</summary>
/// <typeparam name="T">The message.</typeparam>
public abstract record Received<T>
{
    private Received()
    {
    }

    /// <summary>It is one, and keeps to all limits.</summary>
    /// <param name="Value">The message.</param>
    public sealed record Valid(T Value) : Received<T>;

    /// <summary>It is none; sending it again changes nothing.</summary>
    /// <param name="Reason">What is wrong with it, and where; it repeats nothing that the message says.</param>
    public sealed record Invalid(string Reason) : Received<T>;

    /// <summary>It holds more than one message may: less of it may do.</summary>
    /// <param name="Reason">Which limit it breaks.</param>
    public sealed record TooLarge(string Reason) : Received<T>;
}
