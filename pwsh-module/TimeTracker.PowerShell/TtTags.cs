using System.Collections.ObjectModel;

namespace TimeTracker.PowerShell;

/// <summary>The tags of an entry: a list, and in one cell of a file 'a, b'.</summary>
public sealed class TtTags : ReadOnlyCollection<string>
{
    internal TtTags(IEnumerable<string> tags)
        : base([.. tags])
    {
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this);
}
