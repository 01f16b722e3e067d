namespace TimeTracker.TestKit;

/// <summary>
/// A database with nothing in it but its schema. It is made once and copied under each test: making one takes longer
/// than most tests.
/// </summary>
/// <param name="make">Makes one at a path, and closes it.</param>
public sealed class EmptyDatabase(Action<string> make)
{
    private readonly Lazy<byte[]> _made = new(() =>
    {
        using var folder = new TemporaryFolder();
        make(folder["empty.db"]);
        return File.ReadAllBytes(folder["empty.db"]);
    });

    /// <summary>
    /// Copies it to where a test is about to open its own, or the one that the mutation ledger laid in its stead.
    /// </summary>
    public void Under(string path)
    {
        if (!LaidDatabase.Under(path))
        {
            File.WriteAllBytes(path, _made.Value);
        }
    }
}
