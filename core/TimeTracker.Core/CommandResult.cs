using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>What became of a command.</summary>
public abstract record CommandResult
{
    private CommandResult(CommandId id) => Id = id;

    /// <summary>The command.</summary>
    public CommandId Id { get; }

    /// <summary>It is committed, and survives what comes.</summary>
    public sealed record Done : CommandResult
    {
        internal Done(CommandId id, IReadOnlyList<EntryView> changed, bool repeated)
            : base(id)
        {
            Changed = changed;
            Repeated = repeated;
        }

        /// <summary>The entries that it changed, as it left them, in the order in which it changed them.</summary>
        public IReadOnlyList<EntryView> Changed { get; }

        /// <summary>The projects that it made because no entry had had them before.</summary>
        public IReadOnlyList<string> NewProjects { get; internal init; } = [];

        /// <summary>Whether it had been done before under this id: the first result is given again.</summary>
        public bool Repeated { get; }
    }

    /// <summary>What it asks for was already so; nothing was written.</summary>
    public sealed record NothingToDo : CommandResult
    {
        internal NothingToDo(CommandId id, NothingToDoReason reason)
            : base(id) => Reason = reason;

        /// <summary>Why.</summary>
        public NothingToDoReason Reason { get; }
    }

    /// <summary>It was refused; nothing was written.</summary>
    public sealed record Rejected : CommandResult
    {
        internal Rejected(CommandId id, Rejection rejection)
            : base(id) => Rejection = rejection;

        /// <summary>Why, and what to do instead.</summary>
        public Rejection Rejection { get; }
    }
}
