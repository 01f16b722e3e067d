namespace TimeTracker.Protocol.Tests.Model;

/// <summary>The server's answer to a push.</summary>
internal abstract record Reply : IEncoded
{
    private Reply()
    {
    }

    public virtual void Encode(ref Encoder encoder) => encoder.Write(Kind);

    private protected abstract int Kind { get; }

    /// <summary>200: a verdict on each operation.</summary>
    internal sealed record Decided(Seq<OperationVerdict> Verdicts) : Reply
    {
        private protected override int Kind => 1;

        public override void Encode(ref Encoder encoder)
        {
            base.Encode(ref encoder);
            encoder.Write(Verdicts);
        }

        public override string ToString() => string.Join(", ", (IEnumerable<OperationVerdict>)Verdicts);
    }

    /// <summary>409: the numbers do not go on where the device's last one was.</summary>
    internal sealed record OutOfOrder : Reply
    {
        private protected override int Kind => 2;

        public override string ToString() => "409";
    }

    /// <summary>410: the feed is another one than the cursor's.</summary>
    internal sealed record OtherFeed : Reply
    {
        private protected override int Kind => 3;

        public override string ToString() => "410";
    }

    /// <summary>500, remembered under the key.</summary>
    internal sealed record Failed : Reply
    {
        private protected override int Kind => 4;

        public override string ToString() => "500";
    }
}
