using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets that make an entry share: what to say about it.</summary>
public abstract class NewEntryCmdlet : TtCmdlet
{
    private protected NewEntryCmdlet()
    {
    }

    /// <summary>What the time is for.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DescriptionCompleter))]
    public string Description { get; set; } = string.Empty;

    /// <summary>The project; it is made where it is new.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string? Project { get; set; }

    /// <summary>The tags.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Tag { get; set; } = [];

    /// <summary>Someone is to be billed for it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Billable { get; set; }

    /// <summary>Writes the entry to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected Details Details => new()
    {
        Description = Description,
        Project = Project,
        Tags = Tag,
        Billable = Billable,
    };

    private protected string Named() => string.IsNullOrEmpty(Project) ? $"'{Description}'" : $"'{Description}' in {Project}";
}
