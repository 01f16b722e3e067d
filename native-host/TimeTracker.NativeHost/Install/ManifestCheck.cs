using System.Text.Json;
using TimeTracker.NativeHost.Messages;
using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Install;

/// <summary>Judges what a browser would read. Pure: what files are like is told to it.</summary>
internal static class ManifestCheck
{
    private const string Reinstall = "Run: TimeTracker.NativeHost install";

    internal static ReportItem Judge(ManifestPlace place, ManifestFacts facts, Func<string, FileFacts> factsOf)
    {
        var (state, detail, remedy) = Fault(place, facts, factsOf);
        return new(place.Browser, state, detail) { Path = place.File, Remedy = remedy };
    }

    private static (string State, string Detail, string? Remedy) Fault(
        ManifestPlace place, ManifestFacts facts, Func<string, FileFacts> factsOf)
    {
        if (facts.Denied is { } denied)
        {
            return ("NoPermission", $"Its manifest cannot be read: {denied}", "Give your user the right to read it.");
        }

        if (facts.Text is null || !facts.IsRegistered)
        {
            return ("NotInstalled", "It was not told of this program.", Reinstall);
        }

        if (Parse(facts.Text) is not { } manifest)
        {
            return ("BadManifest", "Its manifest is no JSON, or lacks or adds a field; Firefox refuses the whole then.", Reinstall);
        }

        return Contradiction(place.Kind, manifest) ?? Program(manifest.Path, factsOf)
            ?? (factsOf(place.File).IsOpenToAll
                ? ("WorldWritable", "Its manifest, or a folder above it, can be changed by any user of this machine.", Close(place.File))
                : ("ok", "finds this program", null));
    }

    private static (string State, string Detail, string? Remedy)? Contradiction(BrowserKind kind, HostManifest manifest)
    {
        var expected = HostManifest.For(kind, manifest.Path);
        if (manifest.Name != expected.Name || manifest.Type != expected.Type)
        {
            return ("WrongName", $"Its manifest is that of '{manifest.Name}' ({manifest.Type}).", Reinstall);
        }

        if (!Same(manifest.AllowedOrigins, expected.AllowedOrigins) || !Same(manifest.AllowedExtensions, expected.AllowedExtensions))
        {
            return ("WrongId", "Its manifest lets another extension in, or not this one.", Reinstall);
        }

        return Path.IsPathRooted(manifest.Path)
            ? null
            : ("RelativePath", $"Its manifest names '{manifest.Path}', which is not absolute.", Reinstall);
    }

    private static (string State, string Detail, string? Remedy)? Program(string path, Func<string, FileFacts> factsOf) =>
        factsOf(path) switch
        {
            { Exists: false } => ("ExecutableMissing", $"Its manifest names {path}, which is not there.", Reinstall),
            { IsExecutable: false } => ("NotExecutable", $"{path} may not be started.", $"Run: chmod +x '{path}'"),
            { HasLibrary: false } => ("LibraryMissing", $"SQLite's library is not beside {path}.", Reinstall),
            { IsOpenToAll: true } => (
                "WorldWritable", $"{path}, or a folder above it, can be changed by any user of this machine.", Close(path)),
            _ => null,
        };

    private static string Close(string path) =>
        $"Take the right to write from others (chmod o-w) on {path} and the folders above it.";

    private static HostManifest? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, HostJson.Indented.HostManifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Same(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        (left ?? []).SequenceEqual(right ?? []);
}
