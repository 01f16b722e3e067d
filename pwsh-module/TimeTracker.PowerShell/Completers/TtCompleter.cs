using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TimeTracker.Core;

namespace TimeTracker.PowerShell.Completers;

/// <summary>What the completers share: they never fail, make no store, and quote what needs it.</summary>
public abstract class TtCompleter : IArgumentCompleter
{
    private protected TtCompleter()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var part = (wordToComplete ?? string.Empty).Trim('\'', '"');
        try
        {
            return TrackerSession.StoreExists() ? [.. Offers(TrackerSession.Current(), part)] : [];
        }
        catch (StoreException)
        {
            // Somebody pressing Tab is told nothing; the command that they then run says what is wrong with the store.
            return [];
        }
    }

    private protected abstract IEnumerable<CompletionResult> Offers(Tracker tracker, string part);

    /// <summary>An offer that is typed as one argument, whatever it holds.</summary>
    private protected static CompletionResult Text(string text) =>
        new(Quoted(text), text, CompletionResultType.ParameterValue, text);

    // Beyond letters and digits, and - _ . inside, too much means something to PowerShell in one place or another.
    private static string Quoted(string text) =>
        char.IsLetter(text[0]) && text.All(unit => char.IsLetterOrDigit(unit) || unit is '-' or '_' or '.')
            ? text
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
