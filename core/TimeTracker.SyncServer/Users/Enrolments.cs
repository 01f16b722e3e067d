using TimeTracker.Domain;
using TimeTracker.SyncServer.Storage;

namespace TimeTracker.SyncServer.Users;

/// <summary>Lets devices in, knows them by their tokens, and shuts them out.</summary>
public sealed class Enrolments(ILogStore store, TimeProvider clock, Chance chance)
{
    /// <summary>
    /// Lets a device in. The same code under the same key gives the same token until it expires, so that an answer
    /// that was lost can be asked for again.
    /// </summary>
    /// <param name="request">The code and the device's name.</param>
    /// <param name="idempotencyKey">The key of the request; a secret until the answer has arrived.</param>
    /// <returns>Null where the code is not known, has expired, or was used under another key.</returns>
    public EnrolResponse? Enrol(EnrolRequest request, string idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(request);
        var enrolment = Fresh.Uuid(chance);
        var (code, key) = (Secrets.HashOfCode(request.Code), Secrets.Hash(idempotencyKey));
        return store.Write(transaction =>
        {
            var now = Now();
            CodeTable.Use(transaction, code, enrolment, key);
            if (CodeTable.Find(transaction, code, key, now) is not { } used)
            {
                return null;
            }

            var token = Secrets.Token(used.Salt, idempotencyKey);
            EnrolmentTable.Add(transaction, used.Enrolment, used.User, request.Name, Secrets.Hash(token), now);
            return new EnrolResponse(used.Enrolment, used.UserName, token);
        });
    }

    /// <summary>Who sends a token; null where nobody does who is let in.</summary>
    public Caller? Find(string token) => store.Read(snapshot => EnrolmentTable.Find(snapshot, Secrets.Hash(token)));

    /// <summary>The caller's devices, the latest first.</summary>
    public DevicesResponse List(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(store.Read(snapshot => EnrolmentTable.Of(snapshot, caller, DevicesResponse.DevicesMax)));
    }

    /// <summary>Shuts one of the user's devices out; its token is good for nothing from now on.</summary>
    /// <returns>False where the user has no such device, whoever else may have it.</returns>
    public bool Revoke(UserId user, Guid enrolment) =>
        store.Write(transaction => EnrolmentTable.Revoke(transaction, user, enrolment, Now()));

    private Instant Now() => Instant.Nearest(clock.GetUtcNow());
}
