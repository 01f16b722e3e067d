using System.Management.Automation;

namespace TimeTracker.Shell;

/// <summary>A stream as the engine writes to it: styled for a terminal that shows styles, else plain.</summary>
internal sealed class ScreenWriter(TextWriter writer, bool isTerminal, ProgressLine progress)
{
    private bool IsStyled => isTerminal
        && ShellConsole.UnderstandsEscapes
        && PSStyle.Instance.OutputRendering != OutputRendering.PlainText;

    public void Write(string value)
    {
        progress.Clear();
        writer.Write(Shown(value));
    }

    public void WriteLine(string value)
    {
        progress.Clear();
        writer.WriteLine(Shown(value));
    }

    private string Shown(string value) => IsStyled ? value : PlainText.Of(value);
}
