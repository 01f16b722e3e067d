using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>Two devices set one field without knowing of each other.</summary>
public sealed class TtConflict
{
    internal TtConflict(ConflictView view)
    {
        View = view;
        (Subject, Field, IsMineShown) = (view.About, view.Conflict.Field.ToString(), !view.IsOtherMine);
        (Mine, Theirs) = view.IsOtherMine ? (view.Other, view.Shown) : (view.Shown, view.Other);
    }

    /// <summary>The description or name of what it is about.</summary>
    public string Subject { get; }

    /// <summary>Which field; Removed where one device removed what the other changed, RunsOn where the start of another
    /// device's entry ended this one.</summary>
    public string Field { get; }

    /// <summary>What this device said; between two other devices, what is shown.</summary>
    public string Mine { get; }

    /// <summary>What the other device said.</summary>
    public string Theirs { get; }

    /// <summary>Which of both is shown until somebody decides.</summary>
    public bool IsMineShown { get; }

    internal ConflictView View { get; }
}
