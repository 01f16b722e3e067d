using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>
/// A JSON object that someone else wrote. Each question names what it wants, and a wrong answer is a
/// <see cref="WireFault"/> that says where. Keys that nobody asks for are ignored: a newer program may send them.
/// </summary>
internal readonly struct WireObject
{
    private readonly JsonElement _json;
    private readonly string _path;

    private WireObject(JsonElement json, string path)
    {
        _json = json.ValueKind == JsonValueKind.Object ? json : throw new WireFault($"{path} is not an object");
        _path = path;
    }

    internal static WireObject Root(JsonElement json) => new(json, "the message");

    internal bool Has(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    internal WireObject Object(string name) => new(Property(name), PathOf(name));

    internal IReadOnlyList<T> List<T>(string name, int countMax, Func<WireObject, T> read)
    {
        var list = Property(name);
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(name, "a list");
        }

        if (list.GetArrayLength() > countMax)
        {
            throw new WireFault($"{PathOf(name)} has more than {countMax} items", isTooLarge: true);
        }

        var items = new List<T>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            items.Add(read(new WireObject(item, $"{PathOf(name)}[{items.Count}]")));
        }

        return items;
    }

    internal long Number(string name, long min = 0) =>
        Property(name) is { ValueKind: JsonValueKind.Number } json
            && json.TryGetInt64(out var number) && number >= min && number <= WireLimits.NumberMax
            ? number
            : throw Wrong(name, $"a whole number from {min} to {WireLimits.NumberMax}");

    internal bool Flag(string name) => Property(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false"),
    };

    internal string Text(string name, int charactersMax = WireLimits.NameCharactersMax) =>
        Decoded(name) is { } text && WireText.IsLine(text, charactersMax)
            ? text
            : throw Wrong(name, $"text of 1 to {charactersMax} characters in one line");

    internal Instant Instant(string name) => Number(name) is var microseconds && Domain.Instant.InRange(microseconds)
        ? Domain.Instant.FromMicroseconds(microseconds)
        : throw Wrong(name, "microseconds since 1970 within the years 2000 to 2100");

    internal Guid Uuid(string name) =>
        Property(name) is { ValueKind: JsonValueKind.String } json && json.TryGetGuid(out var uuid) && uuid != Guid.Empty
            ? uuid
            : throw Wrong(name, "a UUID that is not all zeros");

    internal OperationId Operation(string name) => Uuid(name) is var uuid && LastByte.Of(uuid) != 0
        ? OperationId.FromMinted(uuid)
        : throw Wrong(name, "an operation's id, whose last byte is 1 to 255");

    internal ChainHash Chain(string name) => ChainHash.TryParse(Decoded(name), out var hash)
        ? hash
        : throw Wrong(name, $"{ChainHash.HexCharacters} lower-case hexadecimal digits");

    internal Payload Payload(string name) =>
        Property(name) is { ValueKind: JsonValueKind.String } json && json.TryGetBytesFromBase64(out var bytes)
            ? new Payload(bytes)
            : throw Wrong(name, "base64");

    internal WireFault Wrong(string name, string expected) => new($"{PathOf(name)} is not {expected}");

    internal WireFault Refused(string reason) => new($"{_path}: {reason}");

    private string? Decoded(string name)
    {
        try
        {
            return Property(name) is { ValueKind: JsonValueKind.String } json ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON can spell it, Unicode cannot.
            return null;
        }
    }

    private JsonElement Property(string name) => _json.TryGetProperty(name, out var value)
        ? value
        : throw new WireFault($"{PathOf(name)} is missing");

    private string PathOf(string name) => _path == "the message" ? name : $"{_path}.{name}";
}
