using System.Management.Automation;

namespace TimeTracker.PowerShell;

/// <summary>What -WhatIf, -Confirm and -Verbose say to a cmdlet, or the variables that stand in for them.</summary>
internal static class Preferences
{
    /// <summary>Whether the change is shown instead of made.</summary>
    internal static bool IsWhatIf(PSCmdlet cmdlet) =>
        Given(cmdlet, "WhatIf") ?? LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));

    /// <summary>Whether a change of medium impact is shown instead of made, or asked about.</summary>
    internal static bool IsInQuestion(PSCmdlet cmdlet) =>
        IsWhatIf(cmdlet) || (Given(cmdlet, "Confirm") ?? IsAsked(cmdlet));

    /// <summary>Whether ShouldProcess shows its text: instead of the change, as a question, or as news.</summary>
    // As news only where -Verbose is given: for $VerbosePreference the engine keeps it to itself.
    internal static bool ShowText(PSCmdlet cmdlet) => IsInQuestion(cmdlet) || Given(cmdlet, "Verbose") == true;

    private static bool? Given(PSCmdlet cmdlet, string parameter) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var bound)
            ? ((SwitchParameter)bound).IsPresent
            : null;

    // Every change has the impact that need not be stated, Medium. A script may set the variable to a text, even a
    // wrong one.
    private static bool IsAsked(PSCmdlet cmdlet) =>
        !LanguagePrimitives.TryConvertTo<ConfirmImpact>(cmdlet.GetVariableValue("ConfirmPreference"), out var from)
            || from is ConfirmImpact.Low or ConfirmImpact.Medium;
}
