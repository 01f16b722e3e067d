using System.Globalization;

namespace TimeTracker.Sqlite.Files;

/// <summary>
/// A file in the making, beside its final name, and a claim on it. The claim is a second file that the maker holds
/// locked: who can lock it has proof that the maker is dead, which neither an age nor a process id gives.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    private const string Infix = ".new-";
    private const string ClaimSuffix = ".claim";
    private const int NamesMax = 1000;
    private static readonly string[] Companions = ["", "-wal", "-shm", "-journal"];

    private readonly FileStream _claim;

    private TemporaryFile(string path, FileStream claim)
    {
        Path = path;
        _claim = claim;
    }

    public string Path { get; }

    /// <summary>An empty file with a name that no living maker has.</summary>
    public static TemporaryFile Claim(string final)
    {
        for (var number = 0; number < NamesMax; number++)
        {
            var path = final + Infix + string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{number}");
            if (File.Exists(path + ClaimSuffix) || File.Exists(path))
            {
                continue;
            }

            try
            {
                return Make(path, DurableFiles.CreateOwnerOnly(path + ClaimSuffix, FileOptions.DeleteOnClose));
            }
            catch (IOException exception) when (FileFault.IsTaken(exception))
            {
                // Another maker, or a sweeper that looks at our claim, was quicker: take the next name.
            }
        }

        throw new DatabaseException(DatabaseFault.CannotOpen, $"{final}: {NamesMax} unfinished files are beside it.");
    }

    /// <summary>Removes what dead makers left; what cannot be locked or removed is left for another time.</summary>
    public static void SweepDead(string folder, string finalName)
    {
        var pattern = finalName + Infix + "*" + ClaimSuffix;
        foreach (var claimPath in Directory.EnumerateFiles(folder, pattern))
        {
            try
            {
                using var claim = new FileStream(
                    claimPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                Remove(claimPath[..^ClaimSuffix.Length]);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Its maker lives, or another sweeper was quicker.
            }
        }
    }

    public void Dispose()
    {
        Remove(Path);
        _claim.Dispose();
    }

    private static TemporaryFile Make(string path, FileStream claim)
    {
        try
        {
            DurableFiles.CreateOwnerOnly(path).Dispose();
            return new(path, claim);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    private static void Remove(string path)
    {
        foreach (var companion in Companions)
        {
            File.Delete(path + companion);
        }
    }
}
