using System.Text.Json;
using System.Text.Json.Serialization;

namespace TimeTracker.NativeHost.Messages;

/// <summary>Writes a result as what it is.</summary>
internal sealed class ResultConverter : JsonConverter<Result>
{
    public override Result Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("the host reads no results");

    public override void Write(Utf8JsonWriter writer, Result value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
}
