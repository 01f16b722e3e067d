using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace TimeTracker.PowerShell.Tests;

/// <summary>
/// The module's help as PowerShell reads it (MAML), made of what the code says of itself: doc comments of cmdlets and
/// parameters with their examples, and the parameter sets that the engine found.
/// </summary>
internal sealed class HelpFile
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly Dictionary<string, XElement> _docs;

    internal HelpFile()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(
            output.Parent!.Parent!.FullName, "TimeTracker.PowerShell", output.Name, "TimeTracker.PowerShell.xml");
        _docs = XDocument.Load(path).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
    }

    internal static string FilePath { get; } = Path.Combine(
        Engine.RepositoryRoot, "pwsh-module", "module", "en-US", "TimeTracker.PowerShell.dll-Help.xml");

    /// <summary>The examples of a cmdlet: what to type, and what it does.</summary>
    internal IEnumerable<(string Code, string Remark)> Examples(CmdletInfo cmdlet) =>
        _docs[$"T:{cmdlet.ImplementingType.FullName}"].Elements("example").Select(example =>
            (example.Element("code")!.Value.Trim(), Plain(example.Nodes().OfType<XText>())));

    internal string Text(IEnumerable<CmdletInfo> cmdlets) => new XDocument(
        new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(Of))).ToString() + "\n";

    private static IEnumerable<CommandParameterInfo> Own(IEnumerable<CommandParameterInfo> parameters) => parameters
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name)
            && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name))
        .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
        .ThenBy(parameter => parameter.Name, StringComparer.Ordinal);

    private XElement Of(CmdletInfo cmdlet)
    {
        var parameters = Own(cmdlet.ParameterSets.SelectMany(set => set.Parameters)).DistinctBy(parameter => parameter.Name);
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                Description(Summary(cmdlet)),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun)),
            Description(Summary(cmdlet)),
            new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => new XElement(
                Command + "syntaxItem",
                new XElement(Maml + "name", cmdlet.Name),
                Own(set.Parameters).Select(parameter => Parameter(cmdlet, parameter))))),
            new XElement(Command + "parameters", parameters.Select(parameter => Parameter(cmdlet, parameter))),
            new XElement(Command + "examples", Examples(cmdlet).Select((example, index) => new XElement(
                Command + "example",
                new XElement(Maml + "title", $"Example {index + 1}"),
                new XElement(Dev + "code", example.Code),
                new XElement(Dev + "remarks", new XElement(Maml + "para", example.Remark))))));
    }

    private XElement Parameter(CmdletInfo cmdlet, CommandParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return new XElement(
            Command + "parameter",
            new XAttribute("required", parameter.IsMandatory ? "true" : "false"),
            new XAttribute("position", parameter.Position < 0 ? "named" : $"{parameter.Position}"),
            new XAttribute(
                "pipelineInput",
                parameter.ValueFromPipeline ? "true (ByValue)"
                : parameter.ValueFromPipelineByPropertyName ? "true (ByPropertyName)" : "false"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Description(Summary(cmdlet.ImplementingType, parameter.Name)),
            type == typeof(SwitchParameter)
                ? null
                : new XElement(Command + "parameterValue", new XAttribute("required", "true"), Shown(type)));
    }

    private static string Shown(Type type) => type.IsEnum ? string.Join(" | ", Enum.GetNames(type)) : type.Name;

    private static XElement Description(string text) => new(Maml + "description", new XElement(Maml + "para", text));

    private string Summary(CmdletInfo cmdlet) =>
        Plain(_docs[$"T:{cmdlet.ImplementingType.FullName}"].Element("summary")!.Nodes());

    private string Summary(Type type, string property)
    {
        var declaring = type.GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.DeclaringType!;
        return Plain(_docs[$"P:{declaring.FullName}.{property}"].Element("summary")!.Nodes());
    }

    private static string Plain(IEnumerable<XNode> nodes) => string.Join(' ', string
        .Concat(nodes.Select(node => node is XElement { FirstAttribute: { } cref } ? cref.Value.Split('.')[^1] : $"{node}"))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
