using System.Diagnostics;

namespace TimeTracker.Annotations;

/// <summary>
/// Says that a method does what no rollback takes back: it sends, publishes, deletes or calls.
/// </summary>
/// <remarks>
/// Leaves no trace in the compiled assembly unless TIMETRACKER_ANNOTATIONS is defined, which a library does
/// whose callers in other assemblies are to be checked.
/// </remarks>
[Conditional("TIMETRACKER_ANNOTATIONS")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class OutsideEffectAttribute : Attribute;
