using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Http;
using TimeTracker.SyncServer.Tests.Rig;

namespace TimeTracker.SyncServer.Tests.Http;

public sealed class ServerTests
{
    [Fact]
    public async Task ItIsAlive_AndReadyWhileItsDatabaseIs()
    {
        using var bench = new Bench();
        await using var server = await RunningServer.Start(bench);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(null, "/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(null, "/health/ready")).Status);
        File.Move(bench.Database, bench.Database + ".away");
        var answer = await server.Get(null, "/health/ready");
        RunningServer.ReadProblem(HttpStatusCode.ServiceUnavailable, answer);
        Assert.Equal("5", answer.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(null, "/health/live")).Status);
    }

    [Fact]
    public async Task Metrics_AreSentWhereACollectorIsNamed()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        using var bench = new Bench();
        await using var server = await RunningServer.Start(
            bench, "--OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{collector.LocalEndpoint}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "--OTEL_METRIC_EXPORT_INTERVAL", "100");
        using var sent = await collector.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(sent.GetStream());
        Assert.Equal("POST /v1/metrics HTTP/1.1", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task TooManyRequests_AreRefused_AndHealthIsNot()
    {
        using var bench = new Bench();
        await using var server = await RunningServer.Start(
            bench, "--Sync:RequestsPerMinute", "3", "--Sync:EnrolmentsPerMinute", "2");
        var token = (await server.Enrol()).Token;
        for (var request = 0; request < 3; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Get(token, "/v1/devices")).Status);
        }

        var refused = await server.Get(token, "/v1/devices");
        RunningServer.ReadProblem(HttpStatusCode.TooManyRequests, refused);
        Assert.InRange(int.Parse(refused.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        RunningServer.ReadProblem(HttpStatusCode.Forbidden, await server.TryEnrol("wrong", "\"k\""));
        RunningServer.ReadProblem(HttpStatusCode.TooManyRequests, await server.TryEnrol("wrong", "\"k\""));
        for (var request = 0; request < 10; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Get(null, "/health/live")).Status);
        }
    }

    [Fact]
    public async Task AForwardedAddress_IsBelievedOfAKnownProxyOnly()
    {
        using var bench = new Bench();
        await using var closed = await RunningServer.Start(bench, "--Sync:EnrolmentsPerMinute", "1");
        await Enrol(closed, "192.0.2.1");
        RunningServer.ReadProblem(HttpStatusCode.TooManyRequests, await Enrol(closed, "192.0.2.2"));
        await using var elsewhere = await RunningServer.Start(
            bench, "--Sync:EnrolmentsPerMinute", "1", "--Sync:KnownProxies", "198.51.100.1");
        await Enrol(elsewhere, "192.0.2.1");
        RunningServer.ReadProblem(HttpStatusCode.TooManyRequests, await Enrol(elsewhere, "192.0.2.2"));
        await using var open = await RunningServer.Start(
            bench, "--Sync:EnrolmentsPerMinute", "1", "--Sync:KnownProxies", "127.0.0.1, ::1");
        RunningServer.ReadProblem(HttpStatusCode.Forbidden, await Enrol(open, "192.0.2.1"));
        RunningServer.ReadProblem(HttpStatusCode.Forbidden, await Enrol(open, "192.0.2.2"));
        RunningServer.ReadProblem(HttpStatusCode.TooManyRequests, await Enrol(open, "192.0.2.2"));
    }

    [Fact]
    public async Task Tls_IsSetInKestrelsOwnConfiguration()
    {
        using var bench = new Bench();
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(bench["server.pem"], certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(bench["server.key"], key.ExportPkcs8PrivateKeyPem());
        await using var server = await RunningServer.Start(
            bench, "--Kestrel:Endpoints:Tls:Url", "https://127.0.0.1:0",
            "--Kestrel:Endpoints:Tls:Certificate:Path", bench["server.pem"],
            "--Kestrel:Endpoints:Tls:Certificate:KeyPath", bench["server.key"]);
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == certificate.Thumbprint,
        };
        using var client = new HttpClient(handler);
        Assert.Equal("https", server.Client.BaseAddress!.Scheme);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(server.Client.BaseAddress, "/health/live"))).StatusCode);
    }

    [Theory]
    [InlineData("--Sync:RequestsPerMinute", "0")]
    [InlineData("--Sync:KnownProxies", "proxy.example")]
    public async Task ASettingThatSaysNothing_StopsTheStart(string name, string value)
    {
        using var bench = new Bench();
        await Assert.ThrowsAnyAsync<Exception>(() => RunningServer.Start(bench, name, value));
    }

    [Fact]
    public async Task TheOpenApiDocument_NamesEachRouteAndEachKeyOfTheMessages()
    {
        using var bench = new Bench();
        await using var server = await RunningServer.Start(bench);
        using var document = JsonDocument.Parse((await server.Get(null, "/openapi/v1.json")).Body);
        var documented = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var mapped = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} {route.RoutePattern.RawText}"));
        Assert.Equal(mapped.Order(), documented.Order());

        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var writer = new Writer(1);
        var row = FeedRow.After(FeedCursor.Start, writer.Device, writer.Next(), Instant.Min);
        AssertDescribed(schemas, "PushRequest", writer.PushNext(1).ToWire());
        AssertDescribed(schemas, "PushResponse", new PushResponse([new(row.Operation, Verdict.IdWasReused), new(row.Operation, new Verdict.Accepted(1))]).ToWire());
        AssertDescribed(schemas, "ChangesResponse", new ChangesResponse([row], row.Cursor, false).ToWire());
        AssertDescribed(schemas, "EnrolRequest", new EnrolRequest("a", "b").ToWire());
        AssertDescribed(schemas, "EnrolResponse", new EnrolResponse(Guid.Empty, "a", "b").ToWire());
        AssertDescribed(schemas, "DevicesResponse", new DevicesResponse([new(Guid.Empty, "a", Instant.Min, Instant.Min, true)]).ToWire());
        AssertDescribed(schemas, "Problem", Problems.Fault.ToWire());
    }

    [Fact]
    public async Task VerdictsAreCounted()
    {
        using var bench = new Bench();
        await using var server = await RunningServer.Start(bench);
        var token = (await server.Enrol()).Token;
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == ServerMetrics.MeterName
                && ReferenceEquals(instrument.Meter.Scope, server.App.Services.GetRequiredService<IMeterFactory>()))
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var key = $"{instrument.Name} {(tags.Length > 0 ? tags[0].Value : "")}".TrimEnd();
            counted[key] = counted.GetValueOrDefault(key) + value;
        });
        listener.Start();
        var push = new Writer(1).PushNext(2);
        await server.Push(token, push);
        await server.Push(token, push);
        await server.Push(token, new Writer(2) { Cursor = new(9, default) }.PushNext(1));
        await server.Get(token, "/v1/changes?wait=0");
        Assert.Equal(2, counted["sync.operations Accepted"]);
        Assert.Equal(2, counted["sync.operations Duplicate"]);
        Assert.Equal(1, counted["sync.pushes.refused OtherFeed"]);
        Assert.Equal(2, counted["sync.rows.sent"]);
    }

    private static Task<RunningServer.Answer> Enrol(RunningServer server, string address)
    {
        var request = RunningServer.Post(SyncProtocol.DevicesPath, new EnrolRequest("wrong", "n").ToWire());
        request.Headers.Add(SyncProtocol.IdempotencyKeyHeader, "\"k\"");
        request.Headers.Add("X-Forwarded-For", address);
        return server.Send(request, null);
    }

    private static void AssertDescribed(JsonElement schemas, string name, byte[] message)
    {
        using var json = JsonDocument.Parse(message);
        AssertDescribed(schemas, schemas.GetProperty(name), json.RootElement);
    }

    private static void AssertDescribed(JsonElement schemas, JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.All(value.EnumerateArray(), item => AssertDescribed(schemas, schema.GetProperty("items"), item));
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            var properties = schema.GetProperty("properties");
            Assert.All(value.EnumerateObject(), key => AssertDescribed(schemas, properties.GetProperty(key.Name), key.Value));
            Assert.All(schema.GetProperty("required").EnumerateArray(), key => Assert.True(value.TryGetProperty(key.GetString()!, out _)));
        }
    }
}
