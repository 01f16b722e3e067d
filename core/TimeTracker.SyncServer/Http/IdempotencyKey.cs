using System.Text;

namespace TimeTracker.SyncServer.Http;

/// <summary>The header Idempotency-Key: a string as structured fields write it (RFC 8941), in quotes.</summary>
internal static class IdempotencyKey
{
    internal const int CharactersMax = 128;

    /// <returns>The key, or null where the text is none.</returns>
    internal static string? Parse(string? header)
    {
        if (header is not ['"', .. var quoted, '"'])
        {
            return null;
        }

        var key = new StringBuilder();
        for (var index = 0; index < quoted.Length; index++)
        {
            if (quoted[index] == '\\')
            {
                index++;
                if (index == quoted.Length || quoted[index] is not ('"' or '\\'))
                {
                    return null;
                }
            }
            else if (quoted[index] is '"' or < ' ' or > '~')
            {
                return null;
            }

            key.Append(quoted[index]);
        }

        return key.Length is > 0 and <= CharactersMax ? key.ToString() : null;
    }
}
