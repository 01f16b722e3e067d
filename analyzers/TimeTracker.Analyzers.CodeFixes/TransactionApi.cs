using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>How a transaction is begun and committed on one connection or context.</summary>
internal sealed class TransactionApi
{
    private readonly string _target;
    private readonly bool _async;

    private TransactionApi(string target, bool isAsync, bool enlistsByItself)
    {
        _target = target;
        _async = isAsync;
        EnlistsByItself = enlistsByItself;
    }

    /// <summary>Commands need not name the transaction.</summary>
    public bool EnlistsByItself { get; }

    public static TransactionApi? For(FixContext context, string name, int position)
    {
        var symbol = context.Model.LookupSymbols(position, name: name).FirstOrDefault();
        var type = symbol switch
        {
            ILocalSymbol local when local.Locations[0].SourceSpan.Start < position => local.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        if (type is null)
        {
            return null;
        }

        if (Bases(type).Any(at => at.Name == "DbContext"))
        {
            return new(name + ".Database", context.IsAsync, enlistsByItself: true);
        }

        var isDbConnection = Bases(type).Any(at => at.Name == "DbConnection");
        return isDbConnection || type.Name == "IDbConnection"
            ? new(
                name,
                context.IsAsync && Bases(type).Any(at => at.GetMembers("BeginTransactionAsync").Length > 0),
                type.Name == "NpgsqlConnection")
            : null;
    }

    /// <summary>Dapper opens a closed connection by itself, a transaction does not.</summary>
    public IEnumerable<string> Opening(FixContext context)
    {
        var member = context.Node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        if (member is not null
            && member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(at => at.Identifier.ValueText == _target
                && at.Initializer?.Value is BaseObjectCreationExpressionSyntax)
            && !member.DescendantTokens().Any(token => token.ValueText is "Open" or "OpenAsync"))
        {
            yield return _async ? $"await {_target}.OpenAsync();" : $"{_target}.Open();";
        }
    }

    public string Begin(string transaction) => _async
        ? $"await using var {transaction} = await {_target}.BeginTransactionAsync();"
        : $"using var {transaction} = {_target}.BeginTransaction();";

    public string Commit(string transaction)
        => _async ? $"await {transaction}.CommitAsync();" : $"{transaction}.Commit();";

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }
}
