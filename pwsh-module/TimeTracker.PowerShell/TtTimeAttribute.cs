using System.Management.Automation;

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
        inputData is null ? null : new TtTypedTime(inputData).Instant();
}
