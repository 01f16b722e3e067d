using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>Makes a duration of what was typed: 10m, 1h30, 45s, 0:10. A bare number has no unit and is an error.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TtAmountAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null or TimeSpan => inputData,

            // PowerShell reads 45s as a number of 16 bits, and nothing else is one where it is typed.
            short seconds => TimeSpan.FromSeconds(seconds),
            string text => AmountText.TryRead(text, out var amount, out var rejection)
                ? amount
                : throw TypedTextException.For(rejection),
            var other => throw TypedTextException.ForType(other, "10m or 1h30"),
        };
}
