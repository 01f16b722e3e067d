namespace TimeTracker.Core;

/// <summary>The store could not do what was asked. Unless the message says otherwise, nothing was changed.</summary>
public sealed class StoreException : Exception
{
    internal StoreException(StoreFault fault, string message, string hint, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        Hint = hint;
    }

    /// <summary>What is wrong.</summary>
    public StoreFault Fault { get; }

    /// <summary>What to do next.</summary>
    public string Hint { get; }
}
