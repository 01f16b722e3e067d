using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Completers;

/// <summary>Offers open questions by a part of their text, completes the id.</summary>
public sealed class QuestionCompleter : TtCompleter
{
    private protected override IEnumerable<CompletionResult> Offers(Tracker tracker, string part) =>
        from question in tracker.Review().Select(view => new TtQuestion(view))
        let text = ViewText.Question(question)
        let id = question.QuestionId.ToString()
        where text.Contains(part, StringComparison.OrdinalIgnoreCase) || id.StartsWith(part, StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(id, text, CompletionResultType.ParameterValue, text);
}
