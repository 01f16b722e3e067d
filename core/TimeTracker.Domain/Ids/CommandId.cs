namespace TimeTracker.Domain;

/// <summary>
/// Names one command for ever. Minted by the caller before the first attempt, so that a repeat is known as one:
/// a UUID of version 7 whose last byte is 0, which leaves that byte to number the command's operations.
/// </summary>
public readonly record struct CommandId
{
    private CommandId(Guid value) => Value = value;

    /// <summary>The UUID.</summary>
    public Guid Value { get; }

    /// <summary>The id made from a fresh UUID: its last byte becomes 0.</summary>
    public static CommandId FromFresh(Guid uuid) => new(LastByte.With(uuid, 0));

    /// <summary>The door for an id that was minted before.</summary>
    /// <exception cref="ArgumentException">The last byte is not 0.</exception>
    public static CommandId FromMinted(Guid uuid) => LastByte.Of(uuid) == 0 && uuid != Guid.Empty
        ? new(uuid)
        : throw new ArgumentException("a command's id is a UUID whose last byte is 0", nameof(uuid));

    /// <summary>The id of the command's operation number <paramref name="ordinal"/>, 1 to 255.</summary>
    public OperationId Operation(int ordinal) => OperationId.FromMinted(LastByte.With(Value, checked((byte)ordinal)));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
