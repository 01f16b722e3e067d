using System.Globalization;
using System.Management.Automation;

namespace TimeTracker.Shell;

/// <summary>One line at the foot of a terminal that says how far a command is; elsewhere nothing.</summary>
internal sealed class ProgressLine(ShellConsole console)
{
    private readonly bool _isShown = console.ErrorsAreTerminal && ShellConsole.UnderstandsEscapes;
    private bool _isDrawn;

    public void Show(ProgressRecord record)
    {
        if (!_isShown)
        {
            return;
        }

        Clear();
        if (record.RecordType == ProgressRecordType.Completed)
        {
            return;
        }

        var text = record.PercentComplete < 0
            ? $"{record.Activity}: {record.StatusDescription}"
            : string.Create(
                CultureInfo.CurrentCulture,
                $"{record.Activity}: {record.StatusDescription} {record.PercentComplete} %");
        console.Errors.Write(Fitting(PlainText.Of(text)));
        _isDrawn = true;
    }

    /// <summary>Takes the line away before something else is written.</summary>
    public void Clear()
    {
        if (_isDrawn)
        {
            console.Errors.Write("\r\e[K");
            _isDrawn = false;
        }
    }

    // A line that wraps could not be taken away again.
    private static string Fitting(string text)
    {
        var width = Math.Max(Console.WindowWidth - 1, 0);
        return text.Length <= width ? text : text[..width];
    }
}
