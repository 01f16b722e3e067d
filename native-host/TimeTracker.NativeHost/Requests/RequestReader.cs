using System.Text.Json;
using System.Text.Unicode;
using TimeTracker.NativeHost.Framing;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Reads a request from a frame that may hold anything. Pure.</summary>
internal static class RequestReader
{
    // What JavaScript can count to.
    private const long IdMax = 9_007_199_254_740_991;

    /// <summary>The request, or why there is none; with its id wherever that can be read, so that it gets its reply.</summary>
    internal static (long? Id, Request? Request, Failure? Failure) Read(ReadOnlySpan<byte> frame)
    {
        var (id, verb, isObject) = Envelope(frame);
        Failure? failure = (isObject, id, verb) switch
        {
            (false, _, _) => Failures.NotJson,
            (_, null, _) => Failures.NoId,
            (_, _, null) => Failures.BadRequest("it names no verb"),
            _ => null,
        };
        return failure is null ? Parse(frame, id, verb!) : (id, null, failure);
    }

    private static (long? Id, Request? Request, Failure? Failure) Parse(ReadOnlySpan<byte> frame, long? id, string verb)
    {
        if (Verbs.TypeOf(verb) is not { } type)
        {
            return (id, null, Failures.UnknownVerb);
        }

        try
        {
            return (id, (Request?)JsonSerializer.Deserialize(frame, type), null);
        }
        catch (JsonException fault)
        {
            return (id, null, Failures.Of(fault));
        }
    }

    /// <summary>
    /// Id and verb, from as much of the frame as is JSON, however deep the rest is; and whether the whole is one object
    /// in UTF-8.
    /// </summary>
    private static (long? Id, string? Verb, bool IsObject) Envelope(ReadOnlySpan<byte> frame)
    {
        (long? id, string? verb) = (null, null);
        var json = new Utf8JsonReader(frame, new JsonReaderOptions { MaxDepth = FrameReader.BytesMax });
        try
        {
            while (json.Read())
            {
                if (json is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                {
                    // By their bytes: comparing as text throws at an escape that stands for no text.
                    var (isId, isVerb) = (json.ValueSpan.SequenceEqual("id"u8), json.ValueSpan.SequenceEqual("verb"u8));
                    _ = json.Read();
                    id ??= isId ? IdOf(json) : null;
                    verb ??= isVerb ? VerbOf(json) : null;
                }
            }

            return (id, verb, json.TokenType == JsonTokenType.EndObject && Utf8.IsValid(frame));
        }
        catch (JsonException)
        {
            // What was read before the fault stays read.
            return (id, verb, false);
        }
    }

    private static long? IdOf(Utf8JsonReader value) =>
        value.TokenType == JsonTokenType.Number && value.TryGetInt64(out var id) && id is >= 0 and <= IdMax ? id : null;

    private static string? VerbOf(Utf8JsonReader value)
    {
        try
        {
            return value.TokenType == JsonTokenType.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Bytes or an escape that stand for no text: a verb that nobody knows.
            return string.Empty;
        }
    }
}
