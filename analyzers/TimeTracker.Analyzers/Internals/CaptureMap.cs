using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>The values that one graph parks between blocks; one parked on several paths has no single value.</summary>
internal sealed class CaptureMap
{
    public static readonly CaptureMap Empty = new(null);
    private readonly Dictionary<CaptureId, IOperation?> _values = [];

    public CaptureMap(ControlFlowGraph? graph)
    {
        foreach (var capture in graph?.Blocks.SelectMany(block
            => block.Operations).OfType<IFlowCaptureOperation>() ?? [])
        {
            _values[capture.Id] = _values.ContainsKey(capture.Id) ? null : capture.Value;
        }
    }

    public IOperation? Value(CaptureId id) => _values.TryGetValue(id, out var value) ? value : null;
}
