using TimeTracker.Core.Sync;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Where the token lies, and who can read it there.</summary>
[Trait("Invariant", "INV-30")]
public sealed class TokenFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();
    private readonly TokenFile _token;

    public TokenFileTests() => _token = new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AToken_IsReadAsItWasWritten_AndTheNewOneTakesThePlaceOfTheOld()
    {
        _token.Write("first, and longer");
        _token.Write("sécond");
        Assert.Equal("sécond", _token.Read());
        Assert.Equal([_folder["sync-token"]], Directory.GetFiles(_folder.Path));
    }

    [RequiresFact(Requirement.Linux)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void ATokensFile_IsItsOwnersAlone_WhateverStoodInItsPlace()
    {
        foreach (var name in new[] { "sync-token", "sync-token.new" })
        {
            File.WriteAllText(_folder[name], "open to all");
            File.SetUnixFileMode(_folder[name], OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        _token.Write("secret");
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_folder["sync-token"]));
        Assert.Equal("secret", _token.Read());
        Assert.Equal([_folder["sync-token"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void WithoutAFile_ThereIsNoToken()
    {
        Assert.Null(_token.Read());
        _token.Write("secret");
        _token.Delete();
        Assert.Null(_token.Read());
    }

    [Fact]
    public void WhatIsNoFile_HoldsNoToken()
    {
        Directory.CreateDirectory(_folder["sync-token"]);
        Assert.Null(_token.Read());
    }

    [Fact]
    public void InAFolderThatIsNotThere_NothingIsRead_AndWritingSaysSo()
    {
        var token = new TokenFile(_folder["nowhere"]);
        Assert.Null(token.Read());
        Assert.Throws<DirectoryNotFoundException>(() => token.Write("secret"));
    }

    [Fact]
    public void WhereThereIsNoToken_DeletingDoesNothing()
    {
        _token.Delete();
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
