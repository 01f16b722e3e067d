namespace TimeTracker.Core;

/// <summary>The server could not do what was asked. What was booked on this device is unharmed.</summary>
public sealed class SyncException : Exception
{
    internal SyncException(SyncFault fault, string message, string hint)
        : base(message)
    {
        Fault = fault;
        Hint = hint;
    }

    /// <summary>What is wrong.</summary>
    public SyncFault Fault { get; }

    /// <summary>What to do next.</summary>
    public string Hint { get; }
}
