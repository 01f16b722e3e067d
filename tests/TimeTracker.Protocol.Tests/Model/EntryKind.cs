namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What the server has noted of one pushed operation.</summary>
internal enum EntryKind
{
    /// <summary>It stands in the log.</summary>
    Accepted,

    /// <summary>It stood in the log before; its number is used up.</summary>
    Duplicate,

    /// <summary>It was refused; its number is used up.</summary>
    Rejected,

    /// <summary>Its feed number is given out, its row cannot be read yet.</summary>
    Reserved,

    /// <summary>An error is stored under its key.</summary>
    Failed,
}
