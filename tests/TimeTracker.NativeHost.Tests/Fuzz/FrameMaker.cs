using System.Globalization;
using System.Text;

namespace TimeTracker.NativeHost.Tests.Fuzz;

/// <summary>
/// Makes frames that are almost requests. None can have an effect: every command's id has a version and a last byte that
/// a command's id has not, three characters away from one that has.
/// </summary>
internal sealed class FrameMaker(Random random)
{
    private const string BadId = "0191f3a0-1111-4222-8333-4444555566ff";

    private static readonly string[] Rests =
    [
        """ "verb":"hello","protocol":1}""",
        """ "verb":"hello","protocol":1,"stop_at_end":"@"}""",
        """ "verb":"start","command_id":"@","description":"Plan","project":"Acme","tags":["a","b"],"billable":true,"ago_ms":60000}""",
        """ "verb":"stop","command_id":"@","entry":"@","at":"2027-03-09T08:00:00+01:00"}""",
        """ "verb":"switch","command_id":"@","entry":"@","description":"Call","adjust":"Trim"}""",
        """ "verb":"suspend","command_id":"@","entry":"@"}""",
        """ "verb":"resume","command_id":"@","entry":"@"}""",
        """ "verb":"continue","command_id":"@","entry":"@"}""",
        """ "verb":"edit","command_id":"@","entry":"@","from":"2027-03-09T08:00:00Z","to":"2027-03-09T09:00:00Z"}""",
        """ "verb":"remove","command_id":"@","entry":"@"}""",
        """ "verb":"undo","command_id":"@","command":"@"}""",
        """ "verb":"suggest","field":"description","text":"\u00e9"}""",
        """ "verb":"resolve","command_id":"@","question":"@","resolution":"split","at":"2027-03-09T08:30:00Z"}""",
        """ "verb":"away","command_id":"@","entry":"@","from":"2027-03-09T08:00:00Z","to":"2027-03-09T09:00:00Z"}""",
        """ "verb":"policy","kind":"Dance","action":"Keep","threshold_ms":60000}""",
    ];

    // The grammar's own pieces, and what readers have stumbled over.
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "\\ud800", "null", "true", "1e999", "-0", "1E-400", "0x10",
        "9223372036854775808", "123456789012345678901234567890", "\"id\":1,", "\"verb\":\"undo\",", "\"command_id\":5,",
        "\"description\":[],", "\"tags\":[[]],", "/**/", "\u0000", "\u2028", "\ufeff", "\"\":\"\",", "\"$type\":\"start\",",
        "\"path\":\"/etc/passwd\",",
    ];

    /// <summary>A frame, and the id that its reply must have: null where the id itself may have been damaged.</summary>
    internal (byte[] Frame, long? Id) Next(long id)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{id}},"""));
        var rest = Encoding.UTF8.GetBytes(Rests[random.Next(Rests.Length)].Replace("@", BadId, StringComparison.Ordinal));
        var keepsId = random.Next(4) != 0;
        var body = keepsId ? rest : [.. head, .. rest];
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            body = Damage(body);
        }

        byte[] frame = keepsId ? [.. head, .. body] : body;
        return (frame.Length == 0 ? [0] : frame, keepsId ? id : null);
    }

    private byte[] Damage(byte[] body)
    {
        var at = random.Next(body.Length + 1);
        return random.Next(9) switch
        {
            0 => body[..at],
            1 => [.. body[..at], (byte)random.Next(256), .. body[at..]],
            2 => body.Length == 0 ? body : [.. body[..(at % body.Length)], .. body[((at % body.Length) + 1)..]],
            3 => [.. body[..at], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. body[at..]],
            4 => [.. body[..at], .. Nest(), .. body[at..]],
            5 => [.. body[..at], .. body[random.Next(body.Length + 1)..]],
            6 => [.. body[..at], 0xC3, 0x28, .. body[at..]],
            7 => Flip(body, at),
            _ => [.. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. body],
        };
    }

    private byte[] Nest()
    {
        // Rarely as deep as anything gets: it takes most of the time.
        var depth = random.Next(50) == 0 ? 10_000 : random.Next(1, 40);
        var nested = new byte[depth * 2];
        nested.AsSpan(0, depth).Fill((byte)'[');
        nested.AsSpan(depth).Fill((byte)']');
        return nested;
    }

    private byte[] Flip(byte[] body, int at)
    {
        if (body.Length == 0)
        {
            return body;
        }

        var flipped = (byte[])body.Clone();
        flipped[at % body.Length] ^= (byte)(1 << random.Next(8));
        return flipped;
    }
}
