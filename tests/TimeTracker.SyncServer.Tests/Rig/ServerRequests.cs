using System.Net;
using System.Net.Http.Headers;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>What a device asks of a server that is a process.</summary>
internal static class ServerRequests
{
    internal static async Task<string> Enrol(this ServerProcess server, string code)
    {
        using var request = RunningServer.Post(SyncProtocol.DevicesPath, new EnrolRequest(code, "laptop").ToWire());
        request.Headers.Add(SyncProtocol.IdempotencyKeyHeader, "\"key\"");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var received = EnrolResponse.FromWire(await response.Content.ReadAsByteArrayAsync());
        return Assert.IsType<Received<EnrolResponse>.Valid>(received).Value.Token;
    }

    internal static async Task<(HttpStatusCode Status, byte[] Body)> Push(
        this ServerProcess server, string token, PushRequest push)
    {
        using var request = RunningServer.Post(SyncProtocol.PushPath, push.ToWire());
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await server.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }
}
