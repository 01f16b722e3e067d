using Microsoft.AspNetCore.Http.Features;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Http;

/// <summary>Lets only devices in that are enrolled, by their bearer token.</summary>
internal sealed class KnownCaller(Enrolments enrolments) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (Find(context.HttpContext, enrolments) is not { } caller)
        {
            return ValueTask.FromResult<object?>(new ProblemResult(Problems.NotLetIn));
        }

        context.HttpContext.Features.Set(caller);
        return next(context);
    }

    /// <summary>Who asks, by the token of the request, as far as the device is still let in.</summary>
    internal static Caller? Find(HttpContext context, Enrolments enrolments)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? enrolments.Find(header[Scheme.Length..].Trim())
            : null;
    }

    internal static Caller Of(HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}
