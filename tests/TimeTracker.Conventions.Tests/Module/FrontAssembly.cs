using System.Reflection;
using System.Runtime.Loader;

namespace TimeTracker.Conventions.Tests.Module;

/// <summary>The cmdlets of the built module, reflected over beside all that they are compiled against.</summary>
internal sealed class FrontAssembly : AssemblyLoadContext
{
    // The engine comes from where the shell has it; these tests do without.
    private readonly AssemblyDependencyResolver _engine = new(Repository.Assembly("TimeTracker.Shell"));

    private FrontAssembly()
        : base("front")
    {
    }

    internal static Assembly Instance { get; } =
        new FrontAssembly().LoadFromAssemblyPath(Path.Combine(Repository.Module, "TimeTracker.PowerShell.dll"));

    internal static IReadOnlyList<CmdletShape> Cmdlets { get; } =
    [
        .. Instance.GetTypes().Where(type => !type.IsAbstract).Select(Shape).OfType<CmdletShape>(),
    ];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var library = Path.Combine(Repository.Module, "lib", $"{assemblyName.Name}.dll");
        var path = File.Exists(library) ? library : _engine.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    private static CmdletShape? Shape(Type type)
    {
        var attributes = type.GetCustomAttributesData();
        var cmdlet = attributes.SingleOrDefault(attribute => attribute.AttributeType.Name == "CmdletAttribute");
        return cmdlet is null
            ? null
            : new CmdletShape(
                type.Name,
                (string)cmdlet.ConstructorArguments[0].Value!,
                (string)cmdlet.ConstructorArguments[1].Value!,
                type.IsSealed,
                cmdlet.NamedArguments.Any(argument =>
                    argument is { MemberName: "SupportsShouldProcess", TypedValue.Value: true }),
                [
                    .. attributes
                        .Where(attribute => attribute.AttributeType.Name == "OutputTypeAttribute")
                        .SelectMany(Types),
                ],
                [.. type.GetProperties().Select(Parameter).Where(one => one.Attributes.Contains("ParameterAttribute"))]);
    }

    private static ParameterShape Parameter(PropertyInfo property) => new(
        property.Name,
        property.PropertyType,
        [.. property.GetCustomAttributesData().Select(attribute => attribute.AttributeType.Name)]);

    private static IEnumerable<string> Types(CustomAttributeData outputType) => outputType.ConstructorArguments
        .SelectMany(argument => argument.Value as IEnumerable<CustomAttributeTypedArgument> ?? [argument])
        .Select(argument => (argument.Value as Type)?.FullName ?? (string)argument.Value!);
}
