using System.Xml.Linq;

namespace TimeTracker.Conventions.Tests.Arrows;

public sealed class ArrowTests
{
    [Fact]
    public void ProjectFiles_NameOnlyWhatIsAllowed() =>
        Assert.Empty(Repository.ProductProjects.Select(ProjectFile.Load).SelectMany(ArrowCheck.Violations));

    [Fact]
    public void CompiledCode_RefersOnlyToWhatIsAllowed() => Assert.Empty(Repository.ProductProjects
        .Select(Path.GetFileNameWithoutExtension)
        .SelectMany(name => ArrowCheck.Violations(name!, Repository.Assembly(name!))));

    [Theory]
    [InlineData("TimeTracker.Domain", "ProjectReference", "../A/TimeTracker.Sqlite.csproj", "TimeTracker.Sqlite")]
    [InlineData("TimeTracker.Core", "PackageReference", "Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite")]
    [InlineData("TimeTracker.PowerShell", "ProjectReference", "TimeTracker.Core.csproj;Other.csproj", "Other")]
    public void AForbiddenReferenceInAProjectFile_IsFound(string project, string item, string include, string found)
    {
        var document = new XDocument(new XElement("Project", new XElement(item, new XAttribute("Include", include))));
        Assert.Equal([$"{project} -> {found}"], ArrowCheck.Violations(ProjectFile.Parse(project, document)));
    }

    [Fact]
    public void AForbiddenReferenceInCompiledCode_IsFound() => Assert.Contains(
        "TimeTracker.Domain -> xunit.assert",
        ArrowCheck.Violations("TimeTracker.Domain", typeof(ArrowTests).Assembly.Location));

    [Fact]
    public void AProjectThatIsNotListed_IsFound() =>
        Assert.Single(ArrowCheck.Violations(new ProjectFile("TimeTracker.Unheard", [], [])));
}
