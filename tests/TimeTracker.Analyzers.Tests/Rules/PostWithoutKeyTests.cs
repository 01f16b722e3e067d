using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class PostWithoutKeyTests
{
    [Fact]
    public Task Post_WithoutAKey_IsFound() => Verify.Finds<PostWithoutKeyAnalyzer>(
        """
        public class Store(System.Net.Http.HttpClient http)
        {
            public void Run()
            {
                using var r = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Post, "x");
                [|http.Send(r)|];
            }
        }
        """);
}
