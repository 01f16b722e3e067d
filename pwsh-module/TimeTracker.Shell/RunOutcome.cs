namespace TimeTracker.Shell;

/// <summary>How a pipeline ended.</summary>
internal enum RunOutcome
{
    /// <summary>Its last statement succeeded: `$?` is true.</summary>
    Succeeded,

    /// <summary>Its last statement failed, handled errors before it or not.</summary>
    Failed,

    /// <summary>An error ended it before its last statement.</summary>
    Broken,

    /// <summary>Ctrl-C stopped it.</summary>
    Stopped,
}
