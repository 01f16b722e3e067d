using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets that make an entry share: what to say about it.</summary>
public abstract class NewEntryCmdlet : EntryFieldsCmdlet
{
    private protected NewEntryCmdlet()
    {
    }

    /// <summary>What the time is for.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DescriptionCompleter))]
    public string Description { get; set; } = string.Empty;

    private protected Details? ReadDetails() => ReadDetails(Description);

    private protected static string Named(Details details) => string.IsNullOrEmpty(details.Project)
        ? $"'{details.Description}'"
        : $"'{details.Description}' in {details.Project}";
}
