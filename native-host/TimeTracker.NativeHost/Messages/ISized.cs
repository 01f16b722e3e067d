namespace TimeTracker.NativeHost.Messages;

/// <summary>Something whose length in a reply is bounded by what it holds.</summary>
internal interface ISized
{
    /// <summary>The most bytes that it takes.</summary>
    internal int BytesMax { get; }
}
