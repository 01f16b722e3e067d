using System.Management.Automation;
using System.Management.Automation.Internal;

namespace TimeTracker.Shell;

/// <summary>Text without the escape sequences that the engine puts into it.</summary>
internal static class PlainText
{
    private const char Escape = '\e';

    public static string Of(string text) => text.Contains(Escape, StringComparison.Ordinal)
        ? new StringDecorated(text).ToString(OutputRendering.PlainText)
        : text;
}
