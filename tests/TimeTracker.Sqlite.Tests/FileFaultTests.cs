using TimeTracker.Sqlite.Files;

namespace TimeTracker.Sqlite.Tests;

[Trait("Invariant", "INV-24")]
public sealed class FileFaultTests
{
    [Theory]
    [InlineData(5, DatabaseFault.IoError)]
    [InlineData(28, DatabaseFault.Full)]
    [InlineData(122, DatabaseFault.Full)]
    [InlineData(30, DatabaseFault.ReadOnly)]
    [InlineData(2, DatabaseFault.CannotOpen)]
    [InlineData(unchecked((int)0x80070070), DatabaseFault.Full)]
    public void AFailureOfTheFileSystem_IsOneFault_AndNamesThePath(int code, DatabaseFault expected)
    {
        var cause = new IOException("the cause", code);
        var exception = FileFault.Wrap(cause, "/a/notes.db");
        Assert.Equal(expected, exception.Fault);
        Assert.Equal("/a/notes.db: the cause", exception.Message);
        Assert.Equal((cause, 0), (exception.InnerException, exception.ExtendedCode));
    }

    [Fact]
    public void AMissingRight_IsThatItCannotBeOpened()
    {
        var cause = new UnauthorizedAccessException("the cause", new IOException("no space", 28));
        Assert.Equal(DatabaseFault.CannotOpen, FileFault.Wrap(cause, "path").Fault);
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(11, true)]
    [InlineData(unchecked((int)0x80070050), true)]
    [InlineData(unchecked((int)0x80070020), true)]
    [InlineData(28, false)]
    public void ANameOrALockThatAnotherHas_IsTaken(int code, bool expected) =>
        Assert.Equal(expected, FileFault.IsTaken(new IOException("the cause", code)));
}
