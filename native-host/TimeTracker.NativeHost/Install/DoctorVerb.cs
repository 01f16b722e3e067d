using TimeTracker.Core;
using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Install;

/// <summary>Looks at all that must be right before a browser can start this program. It changes nothing.</summary>
internal static class DoctorVerb
{
    internal static VerbReport Run(Surroundings surroundings) => new("doctor", [.. Browsers(surroundings), Store()]);

    /// <summary>What concerns browsers; the store apart.</summary>
    internal static IEnumerable<ReportItem> Browsers(Surroundings surroundings) =>
        Manifests(surroundings).Concat(Sandboxes(surroundings));

    private static IEnumerable<ReportItem> Manifests(Surroundings surroundings)
    {
        var places = Places.Of(surroundings, forAll: false);
        return places.Count == 0
            ? [new("browsers", "NoBrowser", "No browser was found for this user.")
            {
                Remedy = "Start the browser once, then install; or install by --browser NAME.",
            }]
            : places.Select(place => ManifestCheck.Judge(place, ManifestFacts.Read(place, surroundings.Registry), FileFacts.Of));
    }

    private static IEnumerable<ReportItem> Sandboxes(Surroundings surroundings) =>
        from browser in Install.Browsers.All
        where surroundings.Platform == Platform.Linux
        from folder in browser.Sandboxes
        let path = Path.Combine(surroundings.Home, folder)
        where Directory.Exists(path)
        select new ReportItem(
            browser.Name, "Sandboxed",
            $"{(folder.StartsWith("snap/", StringComparison.Ordinal) ? "A Snap" : "A Flatpak")} of {browser.Name} is there; "
            + "such a browser reaches programs of this machine through the desktop's portal alone, if at all.")
        {
            Path = path,
            Remedy = $"Use {browser.Name} from its maker's or the distribution's own package.",
        };

    private static ReportItem Store()
    {
        try
        {
            using var tracker = Tracker.Open();
            return new("store", "ok", "opens") { Path = tracker.StorePath };
        }
        catch (StoreException failure)
        {
            return StoreItem.Of(failure);
        }
    }
}
