using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TimeTracker.Conventions.Tests.Purity;

/// <summary>
/// Reads what compiled code uses of other assemblies, as Namespace.Type.Member. References between assemblies say
/// too little: File.ReadAllText lives in the same one as string.
/// </summary>
internal sealed class MemberUse : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    internal MemberUse(string assembly)
    {
        _file = new PEReader(File.OpenRead(assembly));
        _metadata = _file.GetMetadataReader();
    }

    internal IEnumerable<string> Members() => _metadata.MemberReferences
        .Select(_metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{TypeName((TypeReferenceHandle)member.Parent)}.{_metadata.GetString(member.Name)}")
        .Distinct();

    /// <summary>Static fields that can be written to, save what the compiler makes for lambdas and the like.</summary>
    internal IEnumerable<string> MutableStatics() => _metadata.FieldDefinitions
        .Select(_metadata.GetFieldDefinition)
        .Where(field => field.Attributes.HasFlag(FieldAttributes.Static))
        .Where(field => (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0)
        .Select(field => $"{DefinedName(field.GetDeclaringType())}.{_metadata.GetString(field.Name)}")
        .Where(name => !name.Contains('<', StringComparison.Ordinal));

    public void Dispose() => _file.Dispose();

    private string TypeName(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        var name = _metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{TypeName((TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{_metadata.GetString(type.Namespace)}.{name}";
    }

    private string DefinedName(TypeDefinitionHandle handle) =>
        _metadata.GetString(_metadata.GetTypeDefinition(handle).Name);
}
