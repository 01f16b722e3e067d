using Xunit;

namespace TimeTracker.TestKit;

/// <summary>A theory that is skipped, saying what is missing, where the machine lacks what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresTheoryAttribute : TheoryAttribute
{
    public RequiresTheoryAttribute(Requirement requirement)
    {
        Requirement = requirement;
        Skip = new RequiresFactAttribute(requirement).Skip;
    }

    public Requirement Requirement { get; }
}
