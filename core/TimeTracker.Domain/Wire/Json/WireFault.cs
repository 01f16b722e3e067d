namespace TimeTracker.Domain;

/// <summary>Ends the reading of a message; caught where the reading began, in <see cref="WireJson"/>.</summary>
internal sealed class WireFault(string reason, bool isTooLarge = false) : FormatException(reason)
{
    internal bool IsTooLarge => isTooLarge;
}
