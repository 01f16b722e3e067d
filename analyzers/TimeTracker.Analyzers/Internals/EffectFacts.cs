using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Calls that reach out of the process or wait for something outside of it, by type and method name.</summary>
internal static class EffectFacts
{
    private static readonly (string Type, string Method)[] Effects =
    [
        ("System.Net.Mail.SmtpClient", "Send"), ("MailKit.", "Send"),
        ("MassTransit.IPublishEndpoint", "Publish"), ("MassTransit.ISendEndpoint", "Send"),
        ("NServiceBus.IMessageSession", "Send"), ("NServiceBus.IMessageSession", "Publish"),
        ("Rebus.Bus.IBus", "Send"), ("Rebus.Bus.IBus", "Publish"), ("Rebus.Bus.IBus", "Defer"),
        ("RabbitMQ.Client.IModel", "BasicPublish"), ("RabbitMQ.Client.IChannel", "BasicPublish"),
        ("Confluent.Kafka.IProducer", "Produce"), ("Azure.Messaging.ServiceBus.ServiceBusSender", "Send"),
        ("Azure.Storage.Queues.QueueClient", "SendMessage"), ("Amazon.SQS.IAmazonSQS", "SendMessage"),
        ("Amazon.SimpleNotificationService.IAmazonSimpleNotificationService", "Publish"),
        ("StackExchange.Redis.ISubscriber", "Publish"), ("Microsoft.AspNetCore.SignalR.", "Send"),
        ("Hangfire.BackgroundJob", "Enqueue"), ("Hangfire.BackgroundJob", "Schedule"),
        ("Hangfire.IBackgroundJobClient", "Create"), ("Hangfire.BackgroundJobClientExtensions", "Enqueue"),
        ("Hangfire.BackgroundJobClientExtensions", "Schedule"),
        ("Quartz.IScheduler", "ScheduleJob"), ("Quartz.IScheduler", "TriggerJob"),
        ("System.IO.File", "Delete"), ("System.IO.File", "Move"), ("System.IO.File", "Replace"),
        ("System.IO.File", "WriteAll"), ("System.IO.File", "AppendAll"), ("System.IO.Directory", "Delete"),
        ("System.IO.Directory", "Move"), ("System.IO.FileSystemInfo", "Delete"), ("System.IO.FileInfo", "Delete"),
        ("System.IO.FileInfo", "MoveTo"), ("System.IO.DirectoryInfo", "Delete"),
        ("System.Net.Http.HttpClient", "Post"), ("System.Net.Http.HttpClient", "Put"),
        ("System.Net.Http.HttpClient", "Patch"), ("System.Net.Http.HttpClient", "Delete"),
        ("System.Net.Http.Json.HttpClientJsonExtensions", "Post"),
        ("System.Net.Http.Json.HttpClientJsonExtensions", "Put"),
        ("System.Net.Http.Json.HttpClientJsonExtensions", "Patch"),
        ("System.Net.Http.Json.HttpClientJsonExtensions", "Delete"),
        ("System.Diagnostics.Process", "Start"), ("System.Net.WebClient", "Upload"),
    ];

    private static readonly (string Type, string Method)[] Waits =
    [
        ("System.Net.Http.HttpClient", "Get"), ("System.Net.Http.HttpClient", "Send"),
        ("System.Net.Http.HttpMessageInvoker", "Send"),
        ("System.Net.Http.Json.HttpClientJsonExtensions", "Get"), ("System.Net.WebRequest", "GetResponse"),
        ("System.Net.WebClient", "Download"), ("System.Net.Sockets.TcpClient", "Connect"),
        ("System.Threading.Tasks.Task", "Delay"), ("System.Threading.Thread", "Sleep"),
        ("System.Diagnostics.Process", "WaitForExit"), ("System.Console", "Read"),
        ("System.Threading.Channels.ChannelReader", "Read"), ("System.Threading.Channels.ChannelReader", "WaitToRead"),
        ("System.Collections.Concurrent.BlockingCollection", "Take"),
    ];

    // These wait for ever only when they are given no bound.
    private static readonly (string Type, string Method)[] WaitsUnlessBounded =
    [
        ("System.Threading.SemaphoreSlim", "Wait"), ("System.Threading.WaitHandle", "WaitOne"),
        ("System.Threading.ManualResetEventSlim", "Wait"), ("System.Threading.CountdownEvent", "Wait"),
    ];

    public static void Report(BodyAnalysis body, RuleReport report, bool effects)
    {
        foreach (var graph in body.Graphs)
        {
            foreach (var pair in graph.Calls)
            {
                if ((effects ? IsEffect(pair.Key, body.Types.Settings) : IsWait(pair.Key, body.Types.Settings))
                    && IsOpen(graph, pair.Value))
                {
                    report.Add(pair.Key.Syntax, arguments: pair.Key.TargetMethod.Name);
                }
            }
        }
    }

    // What surrounds a lambda may have ended by the time it runs: only what it begins itself counts there.
    private static bool IsOpen(GraphResult graph, FlowState state)
    {
        if (graph.Deferred)
        {
            return state.Must.Any(token => graph.Begins.Any(begin => begin.Token == token))
                || (graph.Inside && state.Contract);
        }

        return state.Must.Any(token => token.Kind != TransactionKind.Named || token.Owned)
            || (graph.Inside && state.Contract);
    }

    // A queue with a transactional outbox of its own publishes in the transaction: a team takes it off the list.
    private static bool IsEffect(IInvocationOperation call, Settings settings)
        => (Matches(call.TargetMethod, Effects) && !IsNamed(call, settings.HarmlessMethods))
            || TypeFacts.HasAttribute(call.TargetMethod, "OutsideEffectAttribute")
            || IsNamed(call, settings.EffectMethods);

    private static bool IsWait(IInvocationOperation call, Settings settings)
        => Matches(call.TargetMethod, Waits) || IsNamed(call, settings.UnboundedMethods)
            || (Matches(call.TargetMethod, WaitsUnlessBounded) && call.TargetMethod.Parameters
                .All(parameter => parameter.Type.Name == nameof(CancellationToken)));

    private static bool IsNamed(IInvocationOperation call, System.Collections.Immutable.ImmutableArray<string> names)
        => !names.IsEmpty && Settings.Names(names, TypeFacts.FullName(call.TargetMethod.OriginalDefinition));

    private static bool Matches(IMethodSymbol method, (string Type, string Method)[] list)
    {
        foreach (var (type, name) in list)
        {
            if (method.Name.StartsWith(name, StringComparison.Ordinal) && IsOf(method.ContainingType, type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(INamedTypeSymbol? type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (IsName(at, name))
            {
                return true;
            }
        }

        return type?.AllInterfaces.Any(face => IsName(face, name)) == true;
    }

    private static bool IsName(INamedTypeSymbol type, string name)
        => name[name.Length - 1] == '.' ? TypeFacts.FullName(type).StartsWith(name, StringComparison.Ordinal)
            : TypeFacts.FullName(type) == name;
}
