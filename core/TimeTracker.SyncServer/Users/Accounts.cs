using TimeTracker.Domain;
using TimeTracker.SyncServer.Storage;

namespace TimeTracker.SyncServer.Users;

/// <summary>What the operator does with users.</summary>
public sealed class Accounts(ILogStore store, TimeProvider clock, Chance chance)
{
    /// <summary>What the first user is called.</summary>
    public const string FirstName = "owner";

    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Adds a user.</summary>
    /// <returns>Null where the name is taken.</returns>
    /// <exception cref="ArgumentException">The text is no name.</exception>
    public UserId? Add(string name)
    {
        if (!WireText.IsName(name))
        {
            throw new ArgumentException(
                $"a name is one line of 1 to {WireLimits.NameCharactersMax} characters", nameof(name));
        }

        var user = new UserId(Fresh.Uuid(chance));
        return store.Write(transaction => AccountTable.Add(transaction, user, name, Now())) ? user : null;
    }

    /// <summary>All users, by name.</summary>
    public IReadOnlyList<UserView> All() => store.Read(AccountTable.All);

    /// <summary>Deletes a user with devices, codes and log. Nothing brings them back but a backup.</summary>
    /// <returns>False where there is no user of this name.</returns>
    public bool Delete(string name) => store.Write(transaction =>
    {
        if (AccountTable.Find(transaction, name) is not { } user)
        {
            return false;
        }

        AccountTable.Remove(transaction, user);
        return true;
    });

    /// <summary>Makes a code that lets one device in, within <see cref="CodeLifetime"/>.</summary>
    /// <returns>Null where there is no user of this name.</returns>
    public OneTimeCode? MakeCode(string name)
    {
        var code = FreshCode();
        return store.Write(transaction => AccountTable.Find(transaction, name) is { } user
            ? Record(transaction, user, code)
            : null);
    }

    /// <summary>Where there is no user at all, adds the first one and makes a code.</summary>
    /// <returns>Null where there are users.</returns>
    public OneTimeCode? MakeFirst()
    {
        var (user, code) = (new UserId(Fresh.Uuid(chance)), FreshCode());
        return store.Read(AccountTable.All).Count > 0
            ? null
            : store.Write(transaction => AccountTable.Add(transaction, user, FirstName, Now())
                ? Record(transaction, user, code)
                : null);
    }

    private OneTimeCode Record(LogTransaction transaction, UserId user, OneTimeCode code)
    {
        CodeTable.RemoveExpired(transaction, Now());
        var salt = Fresh.Bytes(chance, Secrets.SaltBytes);
        CodeTable.Add(transaction, user, Secrets.HashOfCode(code.Text), salt, code.Expires);
        return code;
    }

    private OneTimeCode FreshCode() =>
        new(Secrets.Code(Fresh.Bytes(chance, Secrets.CodeBytes)), Now().AddSaturating(CodeLifetime));

    private Instant Now() => Instant.Nearest(clock.GetUtcNow());
}
