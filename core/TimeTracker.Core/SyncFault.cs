namespace TimeTracker.Core;

/// <summary>Why the server did not do what was asked. The numbers are only ever added to.</summary>
public enum SyncFault
{
    /// <summary>The store is connected to no server.</summary>
    NotConnected = 1,

    /// <summary>The store is connected to a server already.</summary>
    AlreadyConnected = 2,

    /// <summary>No token may be sent to such an address.</summary>
    AddressRefused = 3,

    /// <summary>No server answered there, or something else did.</summary>
    Unreachable = 4,

    /// <summary>The server lets this device, or this code, not in.</summary>
    ShutOut = 5,

    /// <summary>The server knows nothing of that name.</summary>
    Unknown = 6,

    /// <summary>Another program on this machine is syncing this store.</summary>
    Busy = 7,

    /// <summary>The token could not be kept.</summary>
    TokenNotKept = 8,
}
