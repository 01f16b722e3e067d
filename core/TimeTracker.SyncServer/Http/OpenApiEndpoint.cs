namespace TimeTracker.SyncServer.Http;

/// <summary>GET /openapi/v1.json: the protocol as an OpenAPI document.</summary>
internal static class OpenApiEndpoint
{
    internal const string Path = "/openapi/v1.json";

    private static readonly byte[] Document = Read();

    internal static IResult Handle() => new WireResult(Document);

    private static byte[] Read()
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream("openapi.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
