using System.Reflection;

namespace TimeTracker.Conventions.Tests.Module;

/// <summary>What others can see of an assembly, and whose types it shows there.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Members that show a type of one of the assemblies: as a base, a parameter, a result.</summary>
    internal static IEnumerable<string> Showing(Type type, IReadOnlyCollection<string> assemblies) =>
        Shown(type)
            .Where(shown => Parts(shown.Type).Any(part => assemblies.Contains(part.Assembly.GetName().Name)))
            .Select(shown => $"{type.Name}.{shown.Member}")
            .Distinct();

    private static IEnumerable<(string Member, Type Type)> Shown(Type type)
    {
        var bases = type.GetInterfaces().Append(type.BaseType).OfType<Type>().Select(one => ("(base)", one));
        var fields = type.GetFields(Declared).Where(IsSeen).Select(field => (field.Name, field.FieldType));
        var methods = type.GetMethods(Declared).Where(IsSeen).SelectMany(method =>
            method.GetParameters().Append(method.ReturnParameter)
                .Select(parameter => (method.Name, parameter.ParameterType)));
        var constructors = type.GetConstructors(Declared).Where(IsSeen).SelectMany(constructor =>
            constructor.GetParameters().Select(parameter => (constructor.Name, parameter.ParameterType)));
        return bases.Concat(fields).Concat(methods).Concat(constructors);
    }

    // Properties and events are seen through their accessors. Private protected is for the assembly's own only.
    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
