using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets that make an entry share: what to say about it.</summary>
public abstract class NewEntryCmdlet : EntryFieldsCmdlet
{
    private protected NewEntryCmdlet()
    {
    }

    /// <summary>What the time is for, in quotes or not: words that belong to no parameter are put together.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ValueFromRemainingArguments = true)]
    [AllowEmptyString]
    [TtWords]
    [ArgumentCompleter(typeof(DescriptionCompleter))]
    public string[] Description { get; set; } = [];

    private protected Details? ReadDetails()
    {
        if (Description.FirstOrDefault(TtWordsAttribute.LooksLikeAParameter) is not { } word)
        {
            return ReadDetails(string.Join(' ', Description));
        }

        var near = Near.Of(word.TrimStart('-').TrimEnd(':'), MyInvocation.MyCommand.Parameters.Keys).FirstOrDefault();
        WriteError(ErrorRecords.For(
            "NotAParameter", ErrorCategory.InvalidArgument, word,
            $"{ViewText.Plain(word)} is no parameter of {MyInvocation.MyCommand.Name}. Nothing was changed.",
            near is null
                ? "Leave it out, or quote it together with other words of the description."
                : $"Type -{near}, or quote the word together with others where it belongs to the description."));
        return null;
    }

    private protected static string Named(Details details) => string.IsNullOrEmpty(details.Project)
        ? $"'{details.Description}'"
        : $"'{details.Description}' in {details.Project}";
}
