using System.Text.Json;
using TimeTracker.NativeHost.Install;
using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Tests.Install;

public sealed class InstallTests
{
    [Fact]
    public void EachBrowserThatTheUserHas_IsTold()
    {
        using var home = new TemporaryHome().With(
            ".config/google-chrome", ".config/BraveSoftware/Brave-Browser", ".config/mozilla", ".librewolf");
        var report = home.Install();
        Assert.True(report.Ok);
        Assert.Equal(["Chrome", "Brave", "Firefox", "LibreWolf"], report.Items.Select(item => item.Subject));
        Assert.All(report.Items, item => Assert.True(File.Exists(item.Path)));
        Assert.True(File.Exists(home.Firefox));
        Assert.False(Directory.Exists(home[".config/chromium"]));
    }

    [Fact]
    public void TheTwoManifests_AreOfTheirOwnKind()
    {
        using var home = new TemporaryHome().With(".config/chromium", ".mozilla");
        home.Install();
        Assert.Equal(
            ["name", "description", "path", "type", "allowed_origins"], Keys(home.Chromium).Select(field => field.Name));
        Assert.Equal(
            ["name", "description", "path", "type", "allowed_extensions"], Keys(home.Firefox).Select(field => field.Name));
        Assert.Equal(
            $"chrome-extension://{ExtensionIds.Chromium}/", Assert.Single(Keys(home.Chromium)[^1].Value.EnumerateArray()).GetString());
        Assert.Equal(ExtensionIds.Firefox, Assert.Single(Keys(home.Firefox)[^1].Value.EnumerateArray()).GetString());
        Assert.Equal(home.Surroundings.Executable, Keys(home.Firefox)[2].Value.GetString());

        static JsonProperty[] Keys(string path) => [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateObject()];
    }

    [Fact]
    public void Again_ItChangesNothing()
    {
        using var home = new TemporaryHome().With(".config/chromium");
        home.Install(service: true);
        var written = File.GetLastWriteTimeUtc(home.Chromium);
        var again = home.Install(service: true);
        Assert.All(again.Items, item => Assert.Equal("unchanged", item.State));
        Assert.Equal(written, File.GetLastWriteTimeUtc(home.Chromium));
    }

    [Fact]
    public void AnotherHost_IsLeftAlone()
    {
        using var home = new TemporaryHome().With(".config/chromium/NativeMessagingHosts");
        var other = home[".config/chromium/NativeMessagingHosts/org.other.json"];
        File.WriteAllText(other, "{}");
        home.Install();
        home.Uninstall();
        Assert.Equal("{}", File.ReadAllText(other));
        Assert.Equal([other], Directory.GetFiles(Path.GetDirectoryName(other)!));
    }

    [Fact]
    public void Uninstall_TakesBackWhatAVanishedBrowserWasTold()
    {
        using var home = new TemporaryHome().With(".mozilla");
        home.Install("Vivaldi", service: true);
        home.Install();
        var removed = home.Uninstall();
        Assert.Equal(["Vivaldi", "Firefox", "service"], removed.Items.Select(item => item.Subject));
        Assert.All(removed.Items, item => Assert.Equal("removed", item.State));
        Assert.False(Path.Exists(home.Firefox));
        Assert.Equal("absent", Assert.Single(home.Uninstall().Items).State);
    }

    [Fact]
    public void WithoutABrowser_ItSaysHowToNameOne()
    {
        using var home = new TemporaryHome();
        Assert.NotNull(Assert.Single(home.Install().Items).Remedy);
        Assert.True(home.Install("Chromium").Ok);
        Assert.True(File.Exists(home.Chromium));
    }

    [Fact]
    public void AFolderThatCannotBeWritten_IsSaid()
    {
        using var home = new TemporaryHome().With(".config/chromium");
        File.WriteAllText(home[".config/chromium/NativeMessagingHosts"], "a file, where a folder belongs");
        var item = Assert.Single(home.Install().Items);
        Assert.Equal("NoPermission", item.State);
        Assert.NotNull(item.Remedy);
    }

    [Fact]
    public void TheService_IsAUnitThatTheNextLoginStarts()
    {
        using var home = new TemporaryHome().With(".mozilla");
        home.Install(service: true);
        var unit = File.ReadAllText(home[".config/systemd/user/timetracker.service"]);
        Assert.Contains($"ExecStart=\"{home.Surroundings.Executable}\" run", unit, StringComparison.Ordinal);
        Assert.Equal(
            home[".config/systemd/user/timetracker.service"],
            new FileInfo(home[".config/systemd/user/default.target.wants/timetracker.service"]).LinkTarget);
    }

    [Fact]
    public void OnWindows_KeysNameTheFiles_AndSharedKeysAreWrittenOnce()
    {
        using var home = new TemporaryHome(Platform.Windows);
        var report = home.Install();
        Assert.Equal(["Chrome, Brave, Vivaldi, Opera", "Chromium", "Edge", "Firefox, LibreWolf"], report.Items.Select(item => item.Subject));
        Assert.Equal(
            [
                @"HKCU\Software\Chromium\NativeMessagingHosts\timetracker.host",
                @"HKCU\Software\Google\Chrome\NativeMessagingHosts\timetracker.host",
                @"HKCU\Software\Microsoft\Edge\NativeMessagingHosts\timetracker.host",
                @"HKCU\Software\Mozilla\NativeMessagingHosts\timetracker.host",
            ],
            home.Registry.Keys.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.All(home.Registry.Keys.Values, file => Assert.True(File.Exists(file)));
        home.Uninstall();
        Assert.Empty(home.Registry.Keys);
    }

    [Fact]
    public void OnMacOs_ManifestsAndAgentLieInTheLibrary()
    {
        using var home = new TemporaryHome(Platform.Mac).With(
            "Library/Application Support/Google/Chrome", "Library/Application Support/Firefox");
        Assert.Equal(["Chrome", "Firefox", "service"], home.Install(service: true).Items.Select(item => item.Subject));
        Assert.True(File.Exists(home["Library/Application Support/Mozilla/NativeMessagingHosts/timetracker.host.json"]));
        Assert.Contains("<string>run</string>", File.ReadAllText(home["Library/LaunchAgents/timetracker.host.plist"]), StringComparison.Ordinal);
    }

    [Fact]
    public void ForAllUsers_OnlyBrowsersWithSuchAPlaceAreTold()
    {
        using var home = new TemporaryHome();
        Assert.Equal(
            ["Chrome", "Chromium", "Edge", "Firefox"],
            Places.Of(home.Surroundings, forAll: true).Select(place => place.Browser));
        Assert.Null(Places.Of(home.Surroundings, Browsers.Find("brave")!, forAll: true));
        var report = InstallVerb.Run(new Verb.Install("Brave", ForAll: true, Service: false), home.Surroundings);
        Assert.NotNull(Assert.Single(report.Items).Remedy);
    }
}
