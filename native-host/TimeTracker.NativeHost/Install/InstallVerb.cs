using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Install;

/// <summary>Tells browsers of this program, which is published first where it runs from a clone.</summary>
internal static class InstallVerb
{
    internal static VerbReport Run(Verb.Install verb, Surroundings surroundings)
    {
        var items = new List<ReportItem>();
        if (surroundings.ProjectFile is { } project)
        {
            var published = Publisher.Publish(project, surroundings.ProgramFolder(verb.ForAll));
            items.Add(published);
            if (published.Remedy is not null)
            {
                return new("install", items);
            }

            surroundings = surroundings with { Executable = published.Path! };
        }

        items.AddRange(Chosen(verb.Browser, verb.ForAll, surroundings).Select(place => Install(place, surroundings)));
        if (items.All(item => item.Subject == Publisher.Subject))
        {
            items.Add(new("browsers", "NoBrowser", "No browser was found.")
            {
                Remedy = "Name one by --browser, or install for all users by --system.",
            });
        }

        if (verb.Service)
        {
            items.Add(ServiceFile.Install(surroundings));
        }

        return new("install", items);
    }

    /// <summary>The places that a command line means.</summary>
    internal static IReadOnlyList<ManifestPlace> Chosen(string? browser, bool forAll, Surroundings surroundings) =>
        browser is null
            ? Places.Of(surroundings, forAll)
            : Places.Of(surroundings, Browsers.Find(browser)!, forAll) is { } place ? [place] : [];

    private static ReportItem Install(ManifestPlace place, Surroundings surroundings)
    {
        try
        {
            var isNew = WholeFile.Write(place.File, HostManifest.For(place.Kind, surroundings.Executable).ToText());
            if (place.RegistryKey is { } key && surroundings.Registry.Read(key) != place.File)
            {
                surroundings.Registry.Write(key, place.File);
                isNew = true;
            }

            return new(place.Browser, isNew ? "written" : "unchanged", isNew ? "was told of this program" : "had been told of this program") { Path = place.File };
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Denied(place, denied);
        }
    }

    internal static ReportItem Denied(ManifestPlace place, Exception denied) =>
        new(place.Browser, "NoPermission", denied.Message)
        {
            Path = place.File,
            Remedy = "Give your user the right to write there; for all users of the machine, run this as its administrator.",
        };
}
