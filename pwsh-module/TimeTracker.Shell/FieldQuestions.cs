using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace TimeTracker.Shell;

/// <summary>Asks for values by name, as the engine does for mandatory parameters that were not given.</summary>
internal sealed class FieldQuestions(LineReader lines)
{
    /// <exception cref="HostException">The input has ended before the last answer.</exception>
    public Dictionary<string, PSObject> Ask(
        string? caption, string? message, IEnumerable<FieldDescription> descriptions)
    {
        lines.Say(caption);
        lines.Say(message);
        return descriptions.ToDictionary(static field => field.Name, field => PSObject.AsPSObject(Ask(field)));
    }

    public PSCredential AskCredential(string? caption, string? message, string? userName)
    {
        lines.Say(caption);
        lines.Say(message);
        var name = string.IsNullOrEmpty(userName) ? AskLine("User") : userName;
        return new PSCredential(name, lines.AskSecret($"Password for user {name}: "));
    }

    private object Ask(FieldDescription field)
    {
        var type = Type.GetType(field.ParameterAssemblyFullName) is { } named ? named : TypeOf(field);
        if (type == typeof(SecureString))
        {
            return lines.AskSecret($"{field.Name}: ");
        }

        if (type == typeof(PSCredential))
        {
            return AskCredential(null, null, null);
        }

        return type.IsArray ? AskList(field.Name, type) : AskValue(field.Name, type);
    }

    private object AskList(string name, Type type)
    {
        var values = new List<string>();
        while (AskLine($"{name}[{values.Count}]") is { Length: > 0 } value)
        {
            values.Add(value);
        }

        return LanguagePrimitives.ConvertTo(values.ToArray(), type, CultureInfo.InvariantCulture);
    }

    /// <summary>Asks again until the answer is one of the type; a string is whatever was typed.</summary>
    private object AskValue(string name, Type type)
    {
        while (true)
        {
            try
            {
                return LanguagePrimitives.ConvertTo(AskLine(name), type, CultureInfo.InvariantCulture);
            }
            catch (PSInvalidCastException exception)
            {
                lines.Say(exception.Message);
            }
        }
    }

    private string AskLine(string name) => lines.Ask($"{name}: ") ?? throw LineReader.Ended();

    private static Type TypeOf(FieldDescription field) =>
        LanguagePrimitives.TryConvertTo<Type>(field.ParameterTypeFullName, out var type) ? type : typeof(string);
}
