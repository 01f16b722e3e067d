using System.Management.Automation.Host;

namespace TimeTracker.Shell;

/// <summary>One answer that a question offers: `&amp;Yes` is Yes, and Y for short.</summary>
internal readonly record struct Choice(string Label, string Key, string Help)
{
    public static Choice From(ChoiceDescription description)
    {
        var mark = description.Label.IndexOf('&', StringComparison.Ordinal);
        var label = description.Label.Replace("&", string.Empty, StringComparison.Ordinal).Trim();
        var key = mark >= 0 && mark + 1 < description.Label.Length
            ? char.ToUpperInvariant(description.Label[mark + 1]).ToString()
            : string.Empty;
        return new Choice(label, key, description.HelpMessage ?? string.Empty);
    }

    /// <summary>What refuses: labels are the engine's, and English like all of it.</summary>
    public bool IsNo => string.Equals(Label, "No", StringComparison.OrdinalIgnoreCase);

    /// <summary>The key, or the label where there is none.</summary>
    public string Short => Key.Length > 0 ? Key : Label;

    public bool Answers(string answer) =>
        string.Equals(answer, Label, StringComparison.OrdinalIgnoreCase)
        || (Key.Length > 0 && string.Equals(answer, Key, StringComparison.OrdinalIgnoreCase));
}
