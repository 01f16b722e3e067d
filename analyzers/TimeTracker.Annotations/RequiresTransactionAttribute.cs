using System.Diagnostics;

namespace TimeTracker.Annotations;

/// <summary>
/// Says that a method, or every method of a type, runs inside its caller's transaction:
/// the caller is checked, not the body.
/// </summary>
/// <remarks>
/// Leaves no trace in the compiled assembly unless TIMETRACKER_ANNOTATIONS is defined, which a library does
/// whose callers in other assemblies are to be checked.
/// </remarks>
[Conditional("TIMETRACKER_ANNOTATIONS")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Interface
    | AttributeTargets.Struct | AttributeTargets.Constructor)]
public sealed class RequiresTransactionAttribute : Attribute;
