using System.Net;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Tests.Rig;

namespace TimeTracker.SyncServer.Tests.Http;

public sealed class DeviceTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.Start("--Sync:EnrolmentsPerMinute", "1000");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task ACode_LetsOneDeviceIn_AndARepeatGetsTheSameToken()
    {
        var code = _server.Bench.Accounts.MakeCode("anna")!.Text;
        var first = RunningServer.Read(await _server.TryEnrol(code, "\"k1\""), EnrolResponse.FromWire);
        var again = RunningServer.Read(await _server.TryEnrol(code, "\"k1\""), EnrolResponse.FromWire);
        Assert.Equal(first, again);
        Assert.Equal("anna", first.User);
        RunningServer.ReadProblem(HttpStatusCode.Forbidden, await _server.TryEnrol(code, "\"k2\""));
        var devices = RunningServer.Read(await _server.Get(first.Token, "/v1/devices"), DevicesResponse.FromWire);
        Assert.Equal((first.Enrolment, "laptop", true), Assert.Single(devices.Devices) is var one ? (one.Enrolment, one.Name, one.IsAsking) : default);
    }

    [Fact]
    public async Task ACode_IsReadAsPeopleTypeIt()
    {
        var code = _server.Bench.Accounts.MakeCode("anna")!.Text;
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$", code);
        var typed = $" {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l')} ".Trim();
        RunningServer.Read(await _server.TryEnrol(typed, "\"k\""), EnrolResponse.FromWire);
    }

    [Fact]
    public async Task ACode_Expires()
    {
        var code = _server.Bench.Accounts.MakeCode("anna")!.Text;
        _server.Bench.Clock.Advance(TimeSpan.FromMinutes(15));
        RunningServer.ReadProblem(HttpStatusCode.Forbidden, await _server.TryEnrol(code, "\"k\""));
        Assert.Null(_server.Bench.Accounts.MakeCode("nobody"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("\"\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"a\\b\"")]
    public async Task AnEnrolmentWithoutAKey_IsRefused(string? key)
    {
        var code = _server.Bench.Accounts.MakeCode("anna")!.Text;
        RunningServer.ReadProblem(HttpStatusCode.BadRequest, await _server.TryEnrol(code, key));
        RunningServer.Read(await _server.TryEnrol(code, "\"a \\\"good\\\" key\""), EnrolResponse.FromWire);
    }

    [Fact]
    public async Task ARevokedDevice_IsShutOut_AndNobodyElse()
    {
        var (laptop, phone) = (await _server.Enrol(name: "laptop"), await _server.Enrol(name: "phone"));
        Assert.Equal(HttpStatusCode.NoContent, (await Delete(laptop.Token, phone.Enrolment)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Delete(laptop.Token, phone.Enrolment)).Status);
        RunningServer.ReadProblem(HttpStatusCode.Unauthorized, await _server.Get(phone.Token, "/v1/devices"));
        var devices = RunningServer.Read(await _server.Get(laptop.Token, "/v1/devices"), DevicesResponse.FromWire).Devices;
        Assert.Equal(
            [("laptop", false), ("phone", true)],
            devices.Select(one => (one.Name, one.Revoked is not null)).Order());
    }

    [Fact]
    public async Task AnotherUsersDevice_AnswersAsOneThatIsMissing()
    {
        _server.Bench.Accounts.Add("ben");
        var (anna, ben) = (await _server.Enrol("anna"), await _server.Enrol("ben"));
        var foreign = await Delete(ben.Token, anna.Enrolment);
        var missing = await Delete(ben.Token, new Guid("018f0000-0000-7000-8000-00000000ffff"));
        var nonsense = await _server.Send(new HttpRequestMessage(HttpMethod.Delete, "/v1/devices/nonsense"), ben.Token);
        RunningServer.ReadProblem(HttpStatusCode.NotFound, foreign);
        Assert.Equal(missing.Body, foreign.Body);
        Assert.Equal(missing.Body, nonsense.Body);
        RunningServer.Read(await _server.Get(anna.Token, "/v1/devices"), DevicesResponse.FromWire);
    }

    [Fact]
    public async Task ADeletedUsersDevices_AreShutOut()
    {
        var anna = await _server.Enrol();
        RunningServer.Read(await _server.Push(anna.Token, new Writer(1).PushNext(2)), PushResponse.FromWire);
        Assert.True(_server.Bench.Accounts.Delete("anna"));
        RunningServer.ReadProblem(HttpStatusCode.Unauthorized, await _server.Get(anna.Token, "/v1/changes?wait=0"));
        Assert.Empty(_server.Bench.Accounts.All());
    }

    [Fact]
    public async Task OnlyHashesOfTokensAndCodes_AreKept()
    {
        var code = _server.Bench.Accounts.MakeCode("anna")!.Text;
        var enrolled = RunningServer.Read(await _server.TryEnrol(code, "\"the-key\""), EnrolResponse.FromWire);
        _server.Bench.Store.Dispose();
        var file = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_server.Bench.Database));
        Assert.Contains("laptop", file, StringComparison.Ordinal);
        foreach (var secret in new[] { code, code.Replace("-", "", StringComparison.Ordinal), enrolled.Token, "the-key" })
        {
            Assert.DoesNotContain(secret, file, StringComparison.Ordinal);
        }
    }

    private Task<RunningServer.Answer> Delete(string token, Guid enrolment) =>
        _server.Send(new HttpRequestMessage(HttpMethod.Delete, $"/v1/devices/{enrolment}"), token);
}
