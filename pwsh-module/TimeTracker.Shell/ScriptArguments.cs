using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace TimeTracker.Shell;

/// <summary>
/// A script's arguments as text of the language: `-Name` and `-Name:value` name parameters, everything else is a
/// string, `-Name:$true` and `-Name:$false` are what they look like. So pwsh reads them after -File.
/// </summary>
internal static partial class ScriptArguments
{
    public static string Format(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Format));

    private static string Format(string argument)
    {
        if (Parameter().Match(argument) is not { Success: true } match)
        {
            return Quote(argument);
        }

        var value = match.Groups["value"];
        return (value.Success, value.Value.ToUpperInvariant()) switch
        {
            (false, _) => argument,
            (true, "$TRUE" or "$FALSE") => argument,
            _ => $"{match.Groups["name"].Value}:{Quote(value.Value)}",
        };
    }

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(
        """\A(?<name>-[A-Za-z_]\w*)(:(?<value>.+))?\z""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Parameter();
}
