using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>A tag in use.</summary>
public sealed class TtTag : TtUsage
{
    internal TtTag(UsageView view)
        : base(view)
    {
    }

    /// <summary>The name, as the parameters of other cmdlets call it.</summary>
    public string Tag => Name;
}
