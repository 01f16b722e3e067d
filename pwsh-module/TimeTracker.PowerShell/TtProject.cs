using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>A project.</summary>
public sealed class TtProject : TtUsage
{
    internal TtProject(UsageView view)
        : base(view)
    {
    }

    /// <summary>The name, as the parameters of other cmdlets call it.</summary>
    public string Project => Name;
}
