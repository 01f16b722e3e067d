using System.Text.Json;
using System.Text.Json.Serialization;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Install;

/// <summary>What a browser reads about this program.</summary>
internal sealed record HostManifest
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Absolute.</summary>
    public required string Path { get; init; }

    public required string Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AllowedOrigins { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AllowedExtensions { get; init; }

    internal static string FileName => $"{ExtensionIds.HostName}.json";

    internal static HostManifest For(BrowserKind kind, string executable) => new()
    {
        Name = ExtensionIds.HostName,
        Description = "TimeTracker",
        Path = executable,
        Type = "stdio",
        AllowedOrigins = kind == BrowserKind.Chromium ? [$"chrome-extension://{ExtensionIds.Chromium}/"] : null,
        AllowedExtensions = kind == BrowserKind.Firefox ? [ExtensionIds.Firefox] : null,
    };

    internal string ToText() => JsonSerializer.Serialize(this, HostJson.Indented.HostManifest) + "\n";
}
