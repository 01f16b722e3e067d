using System.Text;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>A report as lines of text.</summary>
internal static class ReportText
{
    internal static string Of(VerbReport report)
    {
        var text = new StringBuilder();
        foreach (var item in report.Items)
        {
            text.Append(item.Subject).Append(": ").Append(Printable(item.Detail));
            if (item.Path is { } path && !item.Detail.Contains(path, StringComparison.Ordinal))
            {
                text.Append(" (").Append(path).Append(')');
            }

            text.AppendLine();
            if (item.Remedy is { } remedy)
            {
                text.Append("    ").AppendLine(Printable(remedy));
            }
        }

        return text.ToString();
    }

    // A manifest may hold anything: shown, but not obeyed by the terminal.
    private static string Printable(string text) =>
        string.Concat(text.Select(unit => char.IsControl(unit) && unit != '\n' ? '?' : unit));
}
