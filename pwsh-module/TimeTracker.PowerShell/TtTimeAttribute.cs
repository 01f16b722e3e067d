using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>
/// Makes an instant of what was typed: 9:30, yesterday 17:00, -90min, 2026-03-02, ISO 8601. Whatever could mean two
/// things is an error, and no culture changes a meaning.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TtTimeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null or DateTimeOffset => inputData,
            DateTime { Kind: DateTimeKind.Unspecified } local =>
                TimeText.TryResolve(local, TimeZoneInfo.Local, out var instant, out var rejection)
                    ? instant
                    : throw TypedTextException.For(rejection),
            DateTime known => new DateTimeOffset(known),
            string text => TimeText.TryRead(text, DateTimeOffset.UtcNow, TimeZoneInfo.Local, out var instant, out var rejection)
                ? instant
                : throw TypedTextException.For(rejection),
            var other => throw TypedTextException.ForType(other, "9:30 or '2026-03-02 09:30'"),
        };
}
