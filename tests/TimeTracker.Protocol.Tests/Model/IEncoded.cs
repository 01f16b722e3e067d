namespace TimeTracker.Protocol.Tests.Model;

/// <summary>A part of the state.</summary>
internal interface IEncoded
{
    void Encode(ref Encoder encoder);
}
