using TimeTracker.Protocol.Tests.Model;
using TimeTracker.Protocol.Tests.Moves;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>The model as a system that is driven, whole or with a part removed: it tries the driving itself.</summary>
internal sealed class ModelSystem(ProtocolCase rules) : IDrivenSystem
{
    private World _world = rules.Start;

    public void Take(Step step) => _world = AllMoves.After(rules, _world, step);

    public SystemView Look() => ModelView.Of(rules, _world);
}
