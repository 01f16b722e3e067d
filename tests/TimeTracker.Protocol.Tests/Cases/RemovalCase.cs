using TimeTracker.Protocol.Tests.Checks;
using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Cases;

/// <summary>A case in which the design fails without one of its parts.</summary>
/// <param name="Kind">How it fails.</param>
/// <param name="Case">The case, with that part removed.</param>
internal sealed record RemovalCase(ViolationKind Kind, ProtocolCase Case)
{
    /// <summary>The same in a world that is a little different.</summary>
    internal RemovalCase In(Func<ProtocolCase, ProtocolCase> other) => this with { Case = other(Case) };

    public override string ToString() => $"{Case.Removal}: {Kind}, {Case.Name}";
}
