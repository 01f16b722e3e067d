using System.Reflection;

namespace TimeTracker.MutationLedger.Testing;

/// <summary>
/// One run of a test, in this process. xunit's attributes go by their names, since each test assembly brings its own
/// xunit; nothing but a constructor, a method and a Dispose is understood, which is all that these tests have.
/// </summary>
internal sealed class TestCase(Type type, MethodInfo method, object?[] arguments, string? skip)
{
    /// <summary>The method's full name.</summary>
    internal string Test => $"{type.FullName}.{method.Name}";

    /// <summary>What it is run with.</summary>
    internal string Arguments => string.Join(", ", arguments);

    /// <summary>Why it cannot be run on this machine; null where it can.</summary>
    internal string? Skip => skip;

    internal static IReadOnlyList<TestCase> Of(Type type, MethodInfo method)
    {
        var attributes = method.GetCustomAttributes().ToList();
        if (attributes.Find(attribute => Is(attribute, "Xunit.FactAttribute")) is not { } fact)
        {
            return [];
        }

        var skip = (string?)fact.GetType().GetProperty("Skip")!.GetValue(fact);
        return attributes.Any(attribute => Is(attribute, "Xunit.TheoryAttribute"))
            ? [
                .. attributes.SelectMany(each => Data(each, method))
                    .Select(row => new TestCase(type, method, row ?? [null], skip)),
            ]
            : [new TestCase(type, method, [], skip)];
    }

    /// <summary>Runs it, and gives back why it failed; null where it passed.</summary>
    internal string? Failure()
    {
        try
        {
            var test = Activator.CreateInstance(type);
            try
            {
                (method.Invoke(test, Packed()) as Task)?.GetAwaiter().GetResult();
            }
            finally
            {
                (test as IDisposable)?.Dispose();
            }

            return null;
        }
#pragma warning disable CA1031 // Whatever a test throws is its failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (exception.InnerException ?? exception).Message.ReplaceLineEndings(" ");
        }
    }

    private static bool Is(Attribute attribute, string name)
    {
        for (var type = attribute.GetType(); type is not null; type = type.BaseType!)
        {
            if (type.FullName == name)
            {
                return true;
            }
        }

        return false;
    }

    // [InlineData(null)] gives no row, and means one null.
    private static IEnumerable<object?[]?> Data(Attribute attribute, MethodInfo method) =>
        Is(attribute, "Xunit.Sdk.DataAttribute")
            ? (IEnumerable<object?[]?>)attribute.GetType().GetMethod("GetData")!.Invoke(attribute, [method])!
            : [];

    // A last parameter that is an array takes the rest, as in a call.
    private object?[] Packed()
    {
        var parameters = method.GetParameters();
        var isPlain = parameters.Length == arguments.Length
            && (arguments.Length == 0
                || arguments[^1] is null
                || parameters[^1].ParameterType.IsInstanceOfType(arguments[^1]));
        if (isPlain)
        {
            return arguments;
        }

        var last = parameters.Length - 1;
        var rest = Array.CreateInstance(parameters[last].ParameterType.GetElementType()!, arguments.Length - last);
        arguments.Skip(last).ToArray().CopyTo(rest, 0);
        return [.. arguments.Take(last), rest];
    }
}
