using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TimeTracker.BrowserKit;

/// <summary>
/// A browser's remote control: numbered JSON messages over a WebSocket, which Chromium's DevTools protocol and WebDriver
/// BiDi share. Safe for many threads.
/// </summary>
internal sealed class RemoteControl : IAsyncDisposable
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private long _lastId;

    internal static async Task<RemoteControl> Connect(Uri address)
    {
        var control = new RemoteControl();
        using var limit = new CancellationTokenSource(AnswerMax);
        await control._socket.ConnectAsync(address, limit.Token);
        control._reading = Task.Run(control.Read);
        return control;
    }

    /// <summary>The result of a method; what the browser calls an error is thrown with its text.</summary>
    /// <param name="session">Whom it is for, in the DevTools protocol; null for the browser.</param>
    /// <param name="answerMax">How long to wait; null for as long as anything may take.</param>
    internal async Task<JsonElement> Ask(
        string method, JsonObject? parameters = null, string? session = null, TimeSpan? answerMax = null)
    {
        var id = Interlocked.Increment(ref _lastId);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(
                Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        }
        finally
        {
            _sending.Release();
        }

        try
        {
            return await answer.Task.WaitAsync(answerMax ?? AnswerMax);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The browser did not answer {method}.");
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _end.Dispose();
    }

    private async Task Read()
    {
        Exception reason = new IOException("The browser closed its remote control.");
        try
        {
            while (await ReadMessage() is { } message)
            {
                Take(message);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            reason = new IOException(reason.Message, gone);
        }

        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(reason);
        }
    }

    private async Task<JsonElement?> ReadMessage()
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                using var document = JsonDocument.Parse(text.ToArray());
                return document.RootElement.Clone();
            }
        }
    }

    // What has no id is an event; none of them is needed.
    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.Number
            || !_waiting.TryRemove(id.GetInt64(), out var waiting))
        {
            return;
        }

        if (message.TryGetProperty("error", out var error))
        {
            var text = message.TryGetProperty("message", out _) ? message : error;
            waiting.TrySetException(new InvalidOperationException($"{text}"));
        }
        else
        {
            waiting.TrySetResult(message.GetProperty("result"));
        }
    }
}
