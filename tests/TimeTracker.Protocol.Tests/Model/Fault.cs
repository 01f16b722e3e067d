namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What can go wrong, each a bounded number of times in a case.</summary>
internal enum Fault
{
    Kill,
    PowerLoss,
    ServerCrash,
    LostMessage,
    DuplicatedMessage,
    Error500,
    LateRequest,
    LeaseTakenOver,
    StorePutBack,
    StoreCopied,
    ServerRestored,
}
