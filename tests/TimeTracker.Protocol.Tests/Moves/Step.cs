using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>
/// One thing that happens. Steps say what they mean in the world's own terms, not by positions in some list: so a
/// trace of them can be done by any system that has stores, workers and a server.
/// </summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>Whether it is something that goes wrong, and not the system at work.</summary>
    internal virtual bool IsFault => false;

    private static string Name(int store) => ProtocolCase.NameOf(store);

    /// <summary>A command commits its operation and is acknowledged; or the first half of that.</summary>
    internal sealed record Commit(int Store, int Op) : Step
    {
        public override string ToString() => $"{Name(Store)} commits op{Op}";
    }

    /// <summary>The second half; only where a commit is not one transaction.</summary>
    internal sealed record FinishCommit(int Store, int Op) : Step
    {
        public override string ToString() => $"{Name(Store)} commits the other half of op{Op}";
    }

    /// <summary>A worker takes the lease, or has it, and sends what is next in the outbox.</summary>
    internal sealed record BeginPush(int Store, int Worker, PushRequest Request) : Step
    {
        public override string ToString() => $"{Name(Store)}.{Worker}: {Request}";
    }

    /// <summary>A request arrives; the server does it in one transaction and answers.</summary>
    internal sealed record ServerHandles(Sender From, PushRequest Request) : Step
    {
        public override string ToString() => $"the server does the push of {From}: {Request}";
    }

    /// <summary>The server begins what it does not do in one transaction.</summary>
    internal sealed record ServerBegins(Sender From, PushRequest Request) : Step
    {
        public override string ToString() => $"the server begins the push of {From}: {Request}";
    }

    /// <summary>And ends it.</summary>
    internal sealed record ServerEnds(Sender From, PushRequest Request) : Step
    {
        public override string ToString() => $"the server ends the push of {From}: {Request}";
    }

    /// <summary>The answer arrives, and the worker writes what follows from it in one transaction.</summary>
    internal sealed record ApplyReply(int Store, int Worker, Reply Reply) : Step
    {
        public override string ToString() => $"{Name(Store)}.{Worker} is answered: {Reply}";
    }

    /// <summary>A worker reads the next page and writes it, with the cursor, in one transaction.</summary>
    internal sealed record PullPage(int Store, int Worker) : Step
    {
        public override string ToString() => $"{Name(Store)}.{Worker} pulls a page";
    }

    /// <summary>It reads the page; only where several workers could be in each other's way.</summary>
    internal sealed record ReadPage(int Store, int Worker) : Step
    {
        public override string ToString() => $"{Name(Store)}.{Worker} reads a page";
    }

    /// <summary>And writes it.</summary>
    internal sealed record WritePage(int Store, int Worker) : Step
    {
        public override string ToString() => $"{Name(Store)}.{Worker} writes the page";
    }

    /// <summary>A dead worker's lease expires.</summary>
    internal sealed record LeaseExpires(int Store) : Step
    {
        public override string ToString() => $"the lease on {Name(Store)} expires";
    }

    /// <summary>A worker gets SIGKILL. What it sent may still arrive.</summary>
    internal sealed record Kill(int Store, int Worker) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"SIGKILL to {Name(Store)}.{Worker}";
    }

    /// <summary>A command gets SIGKILL between its halves.</summary>
    internal sealed record KillCommand(int Store) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"SIGKILL to the command on {Name(Store)}";
    }

    /// <summary>The machine of a store loses its power: all its processes end.</summary>
    internal sealed record PowerLoss(int Store) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"{Name(Store)} loses power";
    }

    /// <summary>The server dies and starts again; no answer that is under way arrives.</summary>
    internal sealed record CrashServer : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => "the server crashes";
    }

    /// <summary>A request is lost; its worker times out.</summary>
    internal sealed record LoseRequest(int Store, int Worker) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"the request of {Name(Store)}.{Worker} is lost";
    }

    /// <summary>An answer is lost; its worker times out.</summary>
    internal sealed record LoseReply(int Store, int Worker) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"the answer to {Name(Store)}.{Worker} is lost";
    }

    /// <summary>The network makes a second copy of a request.</summary>
    internal sealed record Duplicate(int Store, int Worker) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"the request of {Name(Store)}.{Worker} is duplicated";
    }

    /// <summary>The server answers 500 and has done nothing.</summary>
    internal sealed record Answer500(int Store, int Worker) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"the server answers 500 to {Name(Store)}.{Worker}";
    }

    /// <summary>A worker no longer waits for a request that is still in flight.</summary>
    internal sealed record TimeOut(int Store, int Worker) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"{Name(Store)}.{Worker} times out, its request is still in flight";
    }

    /// <summary>A worker stands still for so long that its lease expires. It does not know.</summary>
    internal sealed record TakeOver(int Store, int Worker) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"{Name(Store)}.{Worker} stands still, its lease expires";
    }

    /// <summary>Somebody keeps a copy of a store.</summary>
    internal sealed record KeepCopy(int Store) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"somebody keeps a copy of {Name(Store)}";
    }

    /// <summary>The kept copy is put back, unnoticed.</summary>
    internal sealed record RestoreStore(int Store) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => $"the older copy of {Name(Store)} is put back";
    }

    /// <summary>A store is copied to another place.</summary>
    /// <param name="From">The store.</param>
    /// <param name="To">Where its copy lies.</param>
    /// <param name="Noticed">Whether the copy knows itself as one before it writes, and takes a new device id.</param>
    internal sealed record CopyStore(int From, int To, bool Noticed) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() =>
            $"{Name(From)} is copied to {Name(To)}, {(Noticed ? "which it notices" : "unnoticed")}";
    }

    /// <summary>The server is restored from a backup.</summary>
    /// <param name="Length">How much of its journal comes back.</param>
    /// <param name="Newer">Whether the backup is of the time before an earlier restore.</param>
    internal sealed record RestoreServer(int Length, bool Newer) : Step
    {
        internal override bool IsFault => true;

        public override string ToString() =>
            $"the server is restored to its first {Length} entries"
            + (Newer ? " of the time before the last restore" : "");
    }

    /// <summary>The server forgets its keys; only where it does not keep them for ever.</summary>
    internal sealed record KeysExpire : Step
    {
        internal override bool IsFault => true;

        public override string ToString() => "the server's keys expire";
    }
}
