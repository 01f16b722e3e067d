using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Install;

/// <summary>Takes back what install told. The program and the store stay where they are.</summary>
internal static class UninstallVerb
{
    internal static VerbReport Run(Verb.Uninstall verb, Surroundings surroundings)
    {
        // What was told to a browser that is gone by now is taken back as well.
        var places = verb.Browser is null
            ? Browsers.All.Select(browser => Places.Of(surroundings, browser, verb.ForAll)).OfType<ManifestPlace>()
            : InstallVerb.Chosen(verb.Browser, verb.ForAll, surroundings);
        List<ReportItem> items = [.. places.Select(place => Remove(place, surroundings)).Where(item => item.State != "absent")];
        if (verb is { Browser: null, ForAll: false } && ServiceFile.Remove(surroundings) is { } service)
        {
            items.Add(service);
        }

        return new("uninstall", items is [] ? [new("browsers", "absent", "No browser had been told.")] : items);
    }

    private static ReportItem Remove(ManifestPlace place, Surroundings surroundings)
    {
        try
        {
            var wasThere = File.Exists(place.File);
            File.Delete(place.File);
            if (place.RegistryKey is { } key && surroundings.Registry.Read(key) is not null)
            {
                surroundings.Registry.Delete(key);
                wasThere = true;
            }

            return new(place.Browser, wasThere ? "removed" : "absent", wasThere ? "is not told of this program any more" : "had not been told") { Path = place.File };
        }
        catch (DirectoryNotFoundException)
        {
            return new(place.Browser, "absent", "had not been told") { Path = place.File };
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return InstallVerb.Denied(place, denied);
        }
    }
}
