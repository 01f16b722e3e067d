// ==== clock_duration_from_wall_clock
public sealed class Meter
{
    public TimeSpan Measure(Action work)
    {
        var start = DateTime.UtcNow;
        work();
        return DateTime.UtcNow - start; //! TT0010
    }
}
// ==== clock_duration_from_timestamp
public sealed class Meter(TimeProvider time)
{
    public TimeSpan Measure(Action work)
    {
        var start = time.GetTimestamp();
        work();
        return time.GetElapsedTime(start);
    }
}
// ==== clock_instant_is_no_duration
public sealed class Stamp
{
    public DateTime At { get; } = DateTime.UtcNow;

    public DateTime Deadline() => DateTime.UtcNow.AddMinutes(5);
}
// ==== http_post_without_key
public sealed class Payments(System.Net.Http.HttpClient http)
{
    public async Task Pay(System.Net.Http.HttpContent content)
    {
        await http.PostAsync("https://pay.example.com/charge", content); //! TT0014
    }
}
// ==== http_post_with_key
public sealed class Payments(System.Net.Http.HttpClient http)
{
    public async Task Pay(System.Net.Http.HttpContent content, Guid key)
    {
        using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Post, "charge");
        request.Headers.Add("Idempotency-Key", key.ToString());
        request.Content = content;
        await http.SendAsync(request);
    }
}
// ==== clock_duration_by_subtract
public sealed class Meter
{
    public TimeSpan Measure(Action work)
    {
        var start = DateTime.UtcNow;
        work();
        return DateTime.UtcNow.Subtract(start); //! TT0010
    }
}
