using Microsoft.AspNetCore.HttpOverrides;
using OpenTelemetry.Metrics;
using Serilog;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Http;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer;

/// <summary>The sync server as a web application; whoever builds it starts it, and stops it.</summary>
internal static class Server
{
    /// <summary>Where it listens unless told otherwise: on this machine alone.</summary>
    internal const string DefaultUrl = "http://127.0.0.1:5180";

    private const int HeaderBytesMax = 16 * 1024;
    private const string CollectorKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal static WebApplication Build(
        string[] arguments, ILogStore store, TimeProvider clock, Chance chance, Serilog.ILogger log)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        var options = builder.Configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new ServerOptions();
        builder.Logging.ClearProviders().AddSerilog(log);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = WireLimits.RequestBytesMax;
            kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytesMax;
        });
        if (!SaysWhereToListen(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services
            .AddSingleton(store)
            .AddSingleton(clock)
            .AddSingleton(chance)
            .AddSingleton<SyncLog>()
            .AddSingleton<Enrolments>()
            .AddSingleton<NewRows>()
            .AddSingleton<LongPoll>()
            .AddSingleton<ServerMetrics>()
            .AddSingleton<PushEndpoint>()
            .AddSingleton<ChangesEndpoint>()
            .AddSingleton<DevicesEndpoint>()
            .AddSingleton<HealthEndpoint>()
            .AddRateLimiter(limiter => RateLimits.Configure(limiter, options));
        AddMetrics(builder);

        var app = builder.Build();
        BelieveProxies(app, options);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<Faults>();
        app.UseRouting();
        app.UseRateLimiter();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var services = app.Services;
        var known = app.MapGroup(string.Empty)
            .AddEndpointFilter(new KnownCaller(services.GetRequiredService<Enrolments>()));
        known.MapPost(SyncProtocol.PushPath, (Delegate)services.GetRequiredService<PushEndpoint>().Handle);
        known.MapGet(SyncProtocol.ChangesPath, (Delegate)services.GetRequiredService<ChangesEndpoint>().Handle);

        var devices = services.GetRequiredService<DevicesEndpoint>();
        app.MapPost(SyncProtocol.DevicesPath, (Delegate)devices.Enrol);
        known.MapGet(SyncProtocol.DevicesPath, (Delegate)devices.List);
        known.MapDelete(SyncProtocol.DevicesPath + "/{id}", devices.Revoke);

        app.MapGet("/health/live", HealthEndpoint.Live).DisableRateLimiting();
        app.MapGet("/health/ready", services.GetRequiredService<HealthEndpoint>().Ready).DisableRateLimiting();
        app.MapGet(OpenApiEndpoint.Path, OpenApiEndpoint.Handle);
    }

    private static bool SaysWhereToListen(ConfigurationManager configuration) =>
        configuration["urls"] is not null
        || configuration["http_ports"] is not null
        || configuration["https_ports"] is not null
        || configuration.GetSection("Kestrel:Endpoints").Exists();

    // Nothing is sent anywhere unless the operator names a collector, in OpenTelemetry's own variable.
    private static void AddMetrics(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[CollectorKey]))
        {
            builder.Services.AddOpenTelemetry().WithMetrics(static metrics => metrics
                .AddMeter(ServerMetrics.MeterName, "Npgsql")
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter());
        }
    }

    private static void BelieveProxies(WebApplication app, ServerOptions options)
    {
        if (options.Proxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            // The framework believes loopback by itself, where any other program of this machine may be.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in options.Proxies)
            {
                forwarded.KnownProxies.Add(proxy);
            }

            app.UseForwardedHeaders(forwarded);
        }
    }
}
