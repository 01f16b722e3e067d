namespace TimeTracker.Domain;

/// <summary>Names one operation for ever: its command's id with the ordinal, 1 to 255, in the last byte.</summary>
public readonly record struct OperationId
{
    private OperationId(Guid value) => Value = value;

    /// <summary>The most operations that one command can have.</summary>
    public const int OrdinalMax = 255;

    /// <summary>The UUID.</summary>
    public Guid Value { get; }

    /// <summary>The command that this operation belongs to.</summary>
    public CommandId Command => CommandId.FromFresh(Value);

    /// <summary>The door for an id that was minted before.</summary>
    /// <exception cref="ArgumentException">The last byte is 0: that is a command's id.</exception>
    public static OperationId FromMinted(Guid uuid) => LastByte.Of(uuid) != 0
        ? new(uuid)
        : throw new ArgumentException("an operation's id is a UUID whose last byte is 1 to 255", nameof(uuid));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
