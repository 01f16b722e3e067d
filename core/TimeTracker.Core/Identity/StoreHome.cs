namespace TimeTracker.Core.Identity;

/// <summary>A place in which a store lies.</summary>
/// <param name="Machine">The machine; see <see cref="MachineFingerprint"/>.</param>
/// <param name="File">The file; empty where the system does not tell one file from another.</param>
internal sealed record StoreHome(string Machine, string File)
{
    /// <summary>Whether a store that was there and is here is the same one, and no copy. What one of the two does not
    /// know cannot tell them apart.</summary>
    internal bool IsSameAs(StoreHome here) =>
        Machine == here.Machine && (File == here.File || File.Length == 0 || here.File.Length == 0);

    /// <summary>What is known of the place now.</summary>
    internal StoreHome Or(StoreHome? before) => File.Length == 0 && before is not null ? this with { File = before.File } : this;
}
