using Microsoft.AspNetCore.Http.Features;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Http;

/// <summary>Lets only devices in that are enrolled, by their bearer token.</summary>
internal sealed class KnownCaller(Enrolments enrolments) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var header = context.HttpContext.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || enrolments.Find(header[Scheme.Length..].Trim()) is not { } caller)
        {
            return ValueTask.FromResult<object?>(new ProblemResult(Problems.NotLetIn));
        }

        context.HttpContext.Features.Set(caller);
        return next(context);
    }

    internal static Caller Of(HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}
