using System.Management.Automation.Host;

namespace TimeTracker.Shell;

/// <summary>A question with a list of answers, as -Confirm puts it.</summary>
internal sealed class ChoiceQuestion(LineReader lines)
{
    /// <summary>
    /// The index of the answer. An empty line takes the default. When the input has ended nobody agrees to anything:
    /// the answer is No where there is one, else the default.
    /// </summary>
    /// <exception cref="HostException">The input has ended, and there is neither a No nor a default.</exception>
    public int Ask(string? caption, string? message, IReadOnlyList<ChoiceDescription> descriptions, int defaultChoice)
    {
        var choices = descriptions.Select(Choice.From).ToList();
        lines.Say(caption);
        lines.Say(message);
        while (lines.Ask(Offer(choices, defaultChoice)) is { } line)
        {
            var answer = line.Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            if (answer == "?")
            {
                choices.ForEach(choice => lines.Say($"{choice.Short} - {choice.Help}"));
            }
            else if (choices.FindIndex(choice => choice.Answers(answer)) is >= 0 and var index)
            {
                return index;
            }
        }

        return Unanswered(choices, defaultChoice);
    }

    private static string Offer(List<Choice> choices, int defaultChoice)
    {
        var offers = choices.Select(
            static choice => choice.Key.Length > 0 ? $"[{choice.Key}] {choice.Label}" : choice.Label);
        var preset = defaultChoice >= 0 ? $" (default is \"{choices[defaultChoice].Short}\")" : string.Empty;
        return $"{string.Join("  ", offers)}  [?] Help{preset}: ";
    }

    private int Unanswered(List<Choice> choices, int defaultChoice)
    {
        var answer = choices.FindIndex(static choice => choice.IsNo) is >= 0 and var no ? no : defaultChoice;
        if (answer < 0)
        {
            throw LineReader.Ended();
        }

        lines.Say($"The input has ended: the answer is {choices[answer].Label}.");
        return answer;
    }
}
