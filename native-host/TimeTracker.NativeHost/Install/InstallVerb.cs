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
            items.Add(Extension(project));
        }

        var places = Chosen(verb.Browser, verb.ForAll, surroundings);
        items.AddRange(places.Select(place => Install(place, surroundings)));
        if (places.Count == 0)
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

    // A browser takes an extension from a person's hand alone.
    private static ReportItem Extension(string project) => new(
        "extension", "byHand",
        "load it once: at chrome://extensions by \"Load unpacked\" (in developer mode), "
            + "at about:debugging#/runtime/this-firefox by \"Load Temporary Add-on\"")
    {
        Path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, "..", "extension")),
    };

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

            return isNew
                ? new(place.Browser, "written", "was told of this program") { Path = place.File }
                : new(place.Browser, "unchanged", "had been told of this program") { Path = place.File };
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
