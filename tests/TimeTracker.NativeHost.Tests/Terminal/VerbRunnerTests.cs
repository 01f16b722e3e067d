using System.Text.Json;
using TimeTracker.NativeHost.Terminal;
using TimeTracker.NativeHost.Tests.Install;

namespace TimeTracker.NativeHost.Tests.Terminal;

public sealed class VerbRunnerTests : IDisposable
{
    private readonly TemporaryHome _home = new TemporaryHome().With(".mozilla");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void AReport_IsTextOrJson()
    {
        Assert.Equal(ExitCode.Done, Run("install"));
        Assert.StartsWith("Firefox: was told of this program (", _output.ToString(), StringComparison.Ordinal);
        _output.GetStringBuilder().Clear();

        Assert.Equal(ExitCode.Done, Run("install", "--json"));
        var report = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal(("install", true), (report.GetProperty("verb").GetString(), report.GetProperty("ok").GetBoolean()));
        Assert.Equal("unchanged", report.GetProperty("items")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void AnUnknownVerb_IsToldWhatThereIs()
    {
        Assert.Equal(ExitCode.Usage, Run("dance"));
        Assert.Contains("there is no verb 'dance'", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("install", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TextOfAForeignManifest_DoesNotSteerTheTerminal() => Assert.Equal(
        "Firefox: a?b" + Environment.NewLine,
        ReportText.Of(new VerbReport("doctor", [new("Firefox", "ok", "a\u001bb")])));

    private ExitCode Run(params string[] arguments) => VerbRunner.Run(arguments, _home.Surroundings, _output, _errors);
}
