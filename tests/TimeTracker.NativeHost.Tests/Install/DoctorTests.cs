using TimeTracker.NativeHost.Install;

namespace TimeTracker.NativeHost.Tests.Install;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryHome _home = new TemporaryHome().With(".config/chromium", ".mozilla");

    public DoctorTests() => _home.Install();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void AfterInstall_AllIsWell() =>
        Assert.All(DoctorVerb.Browsers(_home.Surroundings), item => Assert.Equal(("ok", null), (item.State, item.Remedy)));

    [Fact]
    public void AProgramThatIsGone_IsFound() => Finds("ExecutableMissing", () => File.Delete(_home.Surroundings.Executable));

    [Fact]
    public void AProgramThatMayNotBeStarted_IsFound() =>
        Finds("NotExecutable", () => Mode(_home.Surroundings.Executable, UnixFileMode.UserRead));

    [Fact]
    public void AMissingLibrary_IsFound() => Finds("LibraryMissing", () => File.Delete(_home["host/libe_sqlite3.so"]));

    [Fact]
    public void AFolderThatAnyoneCanWriteTo_IsFound() => Finds("WorldWritable", () => Mode(
        _home["host"],
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite));

    [Fact]
    public void AManifestThatAnyoneCanWriteTo_IsFound() => Finds("WorldWritable", () => Mode(
        _home.Chromium, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite));

    [Fact]
    public void AnotherId_IsFound() => Finds("WrongId", () => Edit(ExtensionIds.Chromium, new string('a', 32)));

    [Fact]
    public void AnotherName_IsFound() => Finds("WrongName", () => Edit("\"timetracker.host\"", "\"org.other\""));

    [Fact]
    public void AManifestThatIsNone_IsFound() => Finds("BadManifest", () => Edit("{", "["));

    [Fact]
    public void ARelativePath_IsFound() => Finds("RelativePath", () => Edit(_home.Surroundings.Executable, "TimeTracker.NativeHost"));

    [Fact]
    public void ABrowserThatWasNotTold_IsFound() => Finds("NotInstalled", () => File.Delete(_home.Chromium));

    [Fact]
    public void AManifestOfTheOtherKind_IsFound()
    {
        File.Copy(_home.Chromium, _home.Firefox, overwrite: true);
        Assert.Equal("WrongId", _home.Diagnosis("Firefox").State);
    }

    [Theory]
    [InlineData("snap/firefox", "Firefox")]
    [InlineData("snap/chromium", "Chromium")]
    [InlineData(".var/app/org.mozilla.firefox", "Firefox")]
    public void ASandboxedBrowser_IsFound(string folder, string browser)
    {
        _home.With(folder);
        var item = DoctorVerb.Browsers(_home.Surroundings).Single(one => one.State == "Sandboxed");
        Assert.Equal(browser, item.Subject);
        Assert.NotNull(item.Remedy);
    }

    [Fact]
    public void AManifestThatMayNotBeRead_IsFound()
    {
        // Root reads through any mode, so the fact is told instead of made.
        var place = new ManifestPlace("Chromium", BrowserKind.Chromium, _home.Chromium);
        var item = ManifestCheck.Judge(place, new ManifestFacts(null, "Access is denied.", IsRegistered: true), FileFacts.Of);
        Assert.Equal("NoPermission", item.State);
        Assert.NotNull(item.Remedy);
    }

    [Fact]
    public void AMissingRegistryKey_IsFound()
    {
        var place = new ManifestPlace("Chromium", BrowserKind.Chromium, _home.Chromium);
        var facts = ManifestFacts.Read(place with { RegistryKey = @"HKCU\Software\Chromium" }, _home.Registry);
        Assert.Equal("NotInstalled", ManifestCheck.Judge(place, facts, FileFacts.Of).State);
    }

    private void Finds(string state, Action damage)
    {
        damage();
        var item = _home.Diagnosis("Chromium");
        Assert.Equal(state, item.State);
        Assert.NotNull(item.Remedy);
    }

    private void Edit(string from, string to) =>
        File.WriteAllText(_home.Chromium, File.ReadAllText(_home.Chromium).Replace(from, to, StringComparison.Ordinal));

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
