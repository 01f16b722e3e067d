namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What a worker process has in memory.</summary>
internal abstract record Worker : IEncoded, IEquatable<Worker>
{
    private Worker()
    {
    }

    public abstract void Encode(ref Encoder encoder);

    /// <summary>Nothing: it may begin a push or a pull, if it gets the lease. A new process is the same.</summary>
    internal sealed record Idle : Worker
    {
        internal static Idle Instance { get; } = new();

        public override void Encode(ref Encoder encoder) => encoder.Write(0);
    }

    /// <summary>It has sent a push.</summary>
    /// <param name="Request">The push.</param>
    /// <param name="InHand">Whether the server is in the middle of it; only where it does not do all at once.</param>
    internal sealed record Awaiting(PushRequest Request, bool InHand) : Worker
    {
        public override void Encode(ref Encoder encoder)
        {
            encoder.Write(1);
            Request.Encode(ref encoder);
            encoder.Write(InHand);
        }
    }

    /// <summary>The server has answered; the answer is on its way, or the worker stands still.</summary>
    internal sealed record Answered(Reply Reply) : Worker
    {
        public override void Encode(ref Encoder encoder)
        {
            encoder.Write(2);
            Reply.Encode(ref encoder);
        }
    }

    /// <summary>It has read a page and has not written it.</summary>
    internal sealed record HoldingPage(Page Page) : Worker
    {
        public override void Encode(ref Encoder encoder)
        {
            encoder.Write(3);
            Page.Encode(ref encoder);
        }
    }

    /// <summary>It does not try again.</summary>
    internal sealed record GaveUp : Worker
    {
        public override void Encode(ref Encoder encoder) => encoder.Write(4);
    }
}
