using Microsoft.CodeAnalysis.Testing;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class EffectInsideTransactionTests
{
    [Fact]
    public Task FileDelete_BeforeTheCommit_IsFound() => Verify.Finds<EffectInsideTransactionAnalyzer>(
        """
        public class Store(MySqlConnection connection)
        {
            public void Run()
            {
                using var a = connection.BeginTransaction();
                [|System.IO.File.Delete("x")|];
                a.Commit();
                System.IO.File.Delete("y");
            }
        }
        """);

    [Fact]
    public Task Publish_ThroughATransactionalOutbox_CanBeTakenOffTheList()
        => Verify.Fixes<EffectInsideTransactionAnalyzer, EmptyCodeFixProvider>(
            Publishing, Publishing, settings: "timetracker.harmless_methods = MassTransit.IPublishEndpoint.*");

    private const string Publishing = """
        public class Store(MySqlConnection connection, MassTransit.IPublishEndpoint bus, MassTransit.ISendEndpoint other)
        {
            public async Task Run()
            {
                using var a = connection.BeginTransaction();
                await bus.Publish("placed");
                await [|other.Send("placed")|];
                a.Commit();
            }
        }
        """;
}
