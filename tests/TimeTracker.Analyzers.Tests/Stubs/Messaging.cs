// Shapes of libraries that the rules know by name; the real packages add nothing to what is tested.
namespace MassTransit
{
    public interface IPublishEndpoint
    {
        System.Threading.Tasks.Task Publish<T>(T message, System.Threading.CancellationToken token = default)
            where T : class;
    }

    public interface ISendEndpoint
    {
        System.Threading.Tasks.Task Send<T>(T message, System.Threading.CancellationToken token = default)
            where T : class;
    }
}

namespace Hangfire
{
    public static class BackgroundJob
    {
        public static string Enqueue(System.Linq.Expressions.Expression<System.Action> call) => call.ToString();
    }
}

namespace RabbitMQ.Client
{
    public interface IModel
    {
        void BasicPublish(string exchange, string key, object? properties, System.ReadOnlyMemory<byte> body);
    }
}

namespace MailKit
{
    public interface IMailTransport
    {
        System.Threading.Tasks.Task<string> SendAsync(object message);
    }
}
