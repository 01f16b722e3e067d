using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>
/// Renders the timer for a prompt, as text with a space behind it; nothing while idle. It never writes an error: a
/// prompt must come back whatever is wrong with the store.
/// </summary>
/// <example>
/// <code>function prompt { "$(Write-TtPrompt)PS&gt; " }</code>
/// Shows the timer in a prompt of your own.
/// </example>
/// <example>
/// <code>Write-TtPrompt -DescriptionLength 12</code>
/// Shows less of the description.
/// </example>
[Cmdlet(VerbsCommunications.Write, "TtPrompt")]
[OutputType(typeof(string))]
public sealed class WriteTtPrompt : PSCmdlet
{
    /// <summary>What to render; without it, what the timer does now.</summary>
    [Parameter(ValueFromPipeline = true)]
    public TtPromptStatus? Status { get; set; }

    /// <summary>The longest description shown, in characters: 30 unless told otherwise; a longer one is cut.</summary>
    [Parameter]
    [ValidateRange(1, Domain.Description.LengthMax)]
    public int DescriptionLength { get; set; } = 30;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(PromptText.Of(Status ?? Now(), DescriptionLength));

    private static TtPromptStatus Now()
    {
        try
        {
            return new(TrackerSession.StoreExists() ? TrackerSession.Current().Timer() : null);
        }
        catch (StoreException)
        {
            // Any other command tells what is wrong; here it would be told with every prompt.
            return new(null);
        }
    }
}
