using System.Diagnostics;

namespace TimeTracker.Annotations;

/// <summary>
/// Says that a method, the members of a type, or a delegate passed as this parameter runs inside a transaction
/// that someone else begins and commits; on a type: the type holds a transaction.
/// </summary>
/// <remarks>
/// Leaves no trace in the compiled assembly unless TIMETRACKER_ANNOTATIONS is defined, which a library does
/// whose callers in other assemblies are to be checked.
/// </remarks>
[Conditional("TIMETRACKER_ANNOTATIONS")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Interface
    | AttributeTargets.Struct | AttributeTargets.Parameter)]
public sealed class TransactionalAttribute : Attribute;
