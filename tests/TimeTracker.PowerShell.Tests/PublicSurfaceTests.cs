using System.Text;

namespace TimeTracker.PowerShell.Tests;

/// <summary>What scripts rely on: cmdlets with their parameters, and what they write.</summary>
public sealed class PublicSurfaceTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void ItIsTheReviewedFile() => ReviewedFile.AssertSays(
        Path.Combine(Engine.RepositoryRoot, "tests", "TimeTracker.PowerShell.Tests", "PublicSurface.txt"), Surface());

    private string Surface()
    {
        var text = new StringBuilder("Cmdlets\n");
        foreach (var cmdlet in _engine.Cmdlets())
        {
            text.Append(cmdlet.Name).Append(" -> ")
                .AppendJoin(", ", cmdlet.OutputType.Select(output => output.Name.Split('.')[^1])).Append('\n');
            foreach (var set in cmdlet.ParameterSets.OrderBy(set => set.Name, StringComparer.Ordinal))
            {
                var syntax = set.ToString().Replace("[<CommonParameters>]", string.Empty, StringComparison.Ordinal);
                text.Append($"   {set.Name}: {syntax}".TrimEnd()).Append('\n');
            }
        }

        text.Append("\nOutput\n");
        foreach (var type in _engine.Cmdlets()[0].ImplementingType.Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Tt", StringComparison.Ordinal) && !type.IsAbstract && !type.IsSubclassOf(typeof(Attribute)))
            .OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            text.Append(type.Name).Append('\n');
            var members = type.IsEnum
                ? Enum.GetNames(type)
                : type.GetProperties().Select(property => $"{property.Name} : {Named(property.PropertyType)}");
            text.Append(string.Concat(members.Select(member => $"   {member}\n")));
        }

        return text.ToString();
    }

    private static string Named(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? $"{inner.Name}?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Named))}>"
        : type.Name;
}
