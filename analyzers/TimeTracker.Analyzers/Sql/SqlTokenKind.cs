namespace TimeTracker.Analyzers.Sql;

internal enum SqlTokenKind
{
    Word,
    Quoted,
    Literal,
    Parameter,
    Mark,
    Hole,
}
