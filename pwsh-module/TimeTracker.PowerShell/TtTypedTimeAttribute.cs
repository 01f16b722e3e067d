using System.Management.Automation;

namespace TimeTracker.PowerShell;

/// <summary>Keeps what was given as a time until the cmdlet reads it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TtTypedTimeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData as TtTypedTime ?? new TtTypedTime(inputData);
}
