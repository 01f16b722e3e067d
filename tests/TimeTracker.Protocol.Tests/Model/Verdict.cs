namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What the server has decided of an operation, as far as a store knows.</summary>
internal enum Verdict
{
    None,
    Accepted,
    Duplicate,
    Rejected,
}
