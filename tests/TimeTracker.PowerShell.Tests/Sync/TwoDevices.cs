using System.Collections.ObjectModel;
using System.Management.Automation;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests.Sync;

/// <summary>A laptop and a phone, each with a store of its own, both connected to one real server.</summary>
internal sealed class TwoDevices : IDisposable
{
    internal const string Laptop = "laptop";
    internal const string Phone = "phone";

    private readonly Engine _engine = new();
    private readonly TemporaryFolder _server = new();

    private TwoDevices()
    {
    }

    internal ServerProcess Server { get; private set; } = null!;

    internal string Address => Server.Client.BaseAddress!.ToString();

    internal System.Management.Automation.Runspaces.Runspace Runspace => _engine.Runspace;

    private string Database => _server["server.db"];

    internal static async Task<TwoDevices> Start()
    {
        var devices = new TwoDevices();
        devices.Server = await ServerProcess.Start(devices.Database, isFirst: true);
        devices.On(Laptop, $"Connect-TtServer {devices.Address} {devices.Server.Code} -DeviceName {Laptop}");
        devices.On(Phone, $"Connect-TtServer {devices.Address} {devices.NewCode()} -DeviceName {Phone}");
        return devices;
    }

    internal string NewCode() => ServerProcess.NewCode(Database, "owner");

    internal Collection<PSObject> On(string device, string script) => _engine.Run(At(device, script));

    internal ErrorRecord Fail(string device, string script) => _engine.Fail(At(device, script));

    internal IReadOnlyList<string> Warnings(string device, string script) => _engine.Try(At(device, script)).Warnings;

    internal string Folder(string device) => Path.Combine(_engine.Folder, device);

    /// <summary>What a person at a device reads.</summary>
    internal string Shown(string device, string script, int width = 80, params int[] choices) =>
        new RecordingHost(width, choices).Run(At(device, script));

    /// <summary>Both stores and the server's, byte for byte.</summary>
    internal IReadOnlyList<string> Files() =>
        [.. new[] { Folder(Laptop), Folder(Phone), _server.Path }.SelectMany(Engine.Files)];

    public void Dispose()
    {
        _engine.Dispose();
        Server.Dispose();
        _server.Dispose();
    }

    private string At(string device, string script)
    {
        Directory.CreateDirectory(Folder(device));
        return $"$env:{Engine.Home} = '{Folder(device)}'; {script}";
    }
}
